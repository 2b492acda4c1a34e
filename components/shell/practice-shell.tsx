"use client";

import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { Logo } from "@/components/shell/logo";
import { PlaceLink } from "@/components/shell/place-link";
import { type Room, RoomSwitch } from "@/components/shell/room-switch";
import { Icon, type IconName } from "@/components/ui/icon";
import { SkipLink } from "@/components/ui/skip-link";

export type Place = {
  href: Route;
  label: string;
  icon: IconName;
  /** Addresses below which a page belongs here too. */
  also?: readonly string[];
  /** Shown only when something there needs the reader. */
  count?: number | undefined;
};

type Props = {
  home: { href: Route; label: string };
  /** The main places, at most five: the rail, or the bottom bar on a small screen. */
  places: readonly Place[];
  /** Help and settings: the foot of the rail, or the top strip on a small screen. */
  second: readonly Place[];
  person: { name: string; initials: string; href: Route };
  signOut: () => Promise<void>;
  room: Room;
  children: ReactNode;
};

export function PracticeShell({ home, places, second, person, signOut, room, children }: Props) {
  return (
    <>
      <SkipLink>Skip to the page</SkipLink>
      <div className="app">
        <header className="rail">
          <Link className="home" href={home.href} aria-label={home.label} prefetch={false}>
            <Logo />
          </Link>
          <nav className="places" aria-label="Main">
            {places.map((place) => (
              <Item key={place.href} place={place} />
            ))}
          </nav>
          <nav className="second" aria-label="Practice and account">
            {second.map((place) => (
              <Item key={place.href} place={place} />
            ))}
            <Link className="me" href={person.href} aria-label={`${person.name}, account`} prefetch={false}>
              {person.initials}
            </Link>
          </nav>
          <RoomSwitch {...room} />
          <form action={signOut} className="out">
            <button type="submit" className="item">
              <Icon name="leave" />
              <span>Sign out</span>
            </button>
          </form>
        </header>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
    </>
  );
}

function Item({ place }: { place: Place }) {
  return (
    <PlaceLink href={place.href} also={place.also} className="item">
      <Icon name={place.icon} />
      <span>{place.label}</span>
      {place.count ? (
        <span className="count">
          {place.count}
          <span className="vh"> to look at</span>
        </span>
      ) : null}
    </PlaceLink>
  );
}
