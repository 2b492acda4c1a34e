"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect } from "react";
import { Logo } from "@/components/shell/logo";
import { PlaceLink } from "@/components/shell/place-link";
import { barItem, inTheBar, placeItem, secondItem } from "@/components/shell/rail-item";
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

const rail = [
  "sticky top-0 z-3 flex h-screen flex-col border-r border-line bg-paper px-2 pt-4.5 pb-4 desk:overflow-y-auto desk:[scrollbar-width:thin] print:hidden",
  "max-desk:static max-desk:h-auto max-desk:flex-row max-desk:items-center max-desk:gap-1 max-desk:border-r-0 max-desk:border-b max-desk:px-5 max-desk:py-2",
].join(" ");

/** Its end on a small screen belongs to the switch of the room and to Sign out. */
const bar = [
  "block shrink-0 grow max-desk:fixed max-desk:inset-x-0 max-desk:bottom-0 max-desk:z-3 max-desk:flex max-desk:pr-44 max-desk:pl-2",
  "max-desk:border-t max-desk:border-line max-desk:bg-paper max-desk:pt-1 max-desk:pb-[calc(4px+env(safe-area-inset-bottom))]",
].join(" ");

/**
 * Help and settings stand in the rail; on a phone they open from the strip at the top, with the browser's own popover: Escape
 * and a tap beside it close it, and no script is needed. A browser without one shows them in the strip.
 */
const menu = [
  "text-ink desk:contents max-desk:ml-auto max-desk:max-w-[min(20rem,calc(100vw-2rem))] max-desk:flex-wrap max-desk:justify-end",
  "max-desk:open:fixed max-desk:open:inset-[4rem_1.25rem_auto_auto] max-desk:open:m-0",
  "max-desk:open:grid max-desk:open:justify-stretch max-desk:open:min-w-56 max-desk:open:max-h-[calc(100dvh-9rem)]",
  "max-desk:open:overflow-y-auto max-desk:open:rounded-block max-desk:open:border",
  "max-desk:open:border-line max-desk:open:bg-paper max-desk:open:p-2",
  "max-desk:lifted max-desk:not-supports-[selector(:popover-open)]:flex",
].join(" ");

const menuButton =
  "ml-auto hidden min-h-11 cursor-pointer items-center gap-2 rounded-control border border-edge bg-surface px-3.5 font-semibold text-ink hover:border-ink max-desk:supports-[selector(:popover-open)]:inline-flex";

const ownAccount = [
  "mx-auto mt-2 grid flex-none rounded-full text-ink no-underline hover:text-ink",
  "max-desk:m-0 max-desk:flex max-desk:min-h-11 max-desk:items-center max-desk:gap-2 max-desk:rounded-control max-desk:px-0.5 max-desk:hover:bg-sunken",
].join(" ");

const count =
  "absolute top-1 right-3.5 min-w-4.5 rounded-[9px] bg-ink px-1 text-fine leading-[18px] font-strong text-paper max-desk:right-[calc(50%-22px)] max-desk:in-[[popover]]:static max-desk:in-[[popover]]:ml-auto";

export function PracticeShell({ home, places, second, person, signOut, room, children }: Props) {
  return (
    <>
      <SkipLink>Skip to the page</SkipLink>
      <div
        data-shell="practice"
        className="grid min-h-screen grid-cols-[5.5rem_minmax(0,1fr)] max-desk:block max-desk:pb-[calc(72px+env(safe-area-inset-bottom))] print:block"
      >
        <header className={rail}>
          <Link
            className="mx-auto mb-5.5 block p-1 max-desk:mb-0 max-desk:-ml-1 max-desk:py-2.5"
            href={home.href}
            aria-label={home.label}
            prefetch={false}
          >
            <Logo />
          </Link>
          <nav className={bar} aria-label="Main">
            {places.map((place) => (
              <Item key={place.href} place={place} look={placeItem} />
            ))}
          </nav>
          <button type="button" popoverTarget="more" className={menuButton}>
            <Icon name="more" />
            Menu
          </button>
          <nav id="more" popover="auto" className={menu} aria-label="Practice and account">
            <CloseOnLeaving />
            {second.map((place) => (
              <Item key={place.href} place={place} look={secondItem} />
            ))}
            <Link className={ownAccount} href={person.href} aria-label={`${person.name}, account`} prefetch={false}>
              <span className="grid size-10 place-items-center rounded-full border border-edge bg-surface text-small font-strong">
                {person.initials}
              </span>
              <span className="desk:hidden">Account</span>
            </Link>
          </nav>
          <RoomSwitch {...room} />
          <form action={signOut} className={`${inTheBar} max-desk:right-2 print:hidden`}>
            <button type="submit" className={barItem}>
              <Icon name="leave" />
              <span>Sign out</span>
            </button>
          </form>
        </header>
        <main
          id="main"
          tabIndex={-1}
          className="min-w-0 px-9 pt-6.5 pb-16 max-desk:px-5 max-desk:pt-5 max-desk:pb-10 max-tiny:px-4 print:max-w-none print:p-0 print:has-[>[data-ledger]]:[page:caseload]"
        >
          {children}
        </main>
      </div>
    </>
  );
}

/** The menu stays in the page while its links change what is around it: on another address it is shut. */
function CloseOnLeaving() {
  const address = usePathname();
  useEffect(() => {
    if (address) document.getElementById("more")?.hidePopover?.();
  }, [address]);
  return null;
}

function Item({ place, look }: { place: Place; look: string }) {
  return (
    <PlaceLink href={place.href} also={place.also} className={look}>
      <Icon name={place.icon} />
      <span>{place.label}</span>
      {place.count ? (
        <span className={count}>
          {place.count}
          <span className="sr-only"> to look at</span>
        </span>
      ) : null}
    </PlaceLink>
  );
}
