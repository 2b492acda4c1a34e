"use client";

import type { Route } from "next";
import { PlaceLink } from "@/components/shell/place-link";
import { paths } from "@/lib/paths";

const { portal } = paths;

/** The places of the portal, and which pages belong to each though they lie elsewhere. Numbers to call belong to none. */
const places: { href: Route; label: string; also?: readonly string[] }[] = [
  {
    ...{ href: "/portal", label: "Today" },
    also: ["/portal/7", portal.pause, portal.keepGoing, portal.sessions],
  },
  {
    ...{ href: "/portal/path", label: "My path" },
    also: [
      ...["/portal/assessments", portal.distanceMove, portal.sharing, portal.together],
      ...[portal.ownWords, portal.documents],
    ],
  },
  { href: "/portal/learn", label: "Learn", also: ["/portal/8"] },
  { href: "/portal/messages", label: "Messages" },
  { href: "/portal/account", label: "Account", also: [portal.ownData] },
];

export function PortalNav() {
  return places.map(({ href, label, also }) => (
    <PlaceLink key={href} className="look-place" href={href} exact={href === "/portal"} also={also}>
      {label}
    </PlaceLink>
  ));
}
