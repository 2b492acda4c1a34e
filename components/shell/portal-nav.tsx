"use client";

import type { Route } from "next";
import { PlaceLink } from "@/components/shell/place-link";

/**
 * The places of the portal, and which pages belong to each though they lie elsewhere: by number, as their addresses are, and by
 * name, as the server draws them. Numbers to call belong to none.
 */
const places: { href: Route; label: string; also?: readonly string[] }[] = [
  {
    ...{ href: "/portal", label: "Today" },
    also: [
      ...["/portal/exercises", "/portal/pause", "/portal/keep-going", "/portal/sessions"],
      ...["/portal/7", "/portal/2", "/portal/6", "/portal/12"],
    ],
  },
  {
    ...{ href: "/portal/path", label: "My path" },
    also: [
      ...["/portal/assessments", "/portal/distance-move", "/portal/sharing", "/portal/together"],
      ...["/portal/own-words", "/portal/documents"],
      ...["/portal/3", "/portal/4", "/portal/5", "/portal/9", "/portal/10"],
    ],
  },
  { href: "/portal/learn", label: "Learn", also: ["/portal/8"] },
  { href: "/portal/messages", label: "Messages" },
  { href: "/portal/account", label: "Account", also: ["/portal/own-data", "/portal/13"] },
];

export function PortalNav() {
  return places.map(({ href, label, also }) => (
    <PlaceLink key={href} className="look-place" href={href} exact={href === "/portal"} also={also}>
      {label}
    </PlaceLink>
  ));
}
