"use client";

import { DrawnIcon, type DrawnIconProps, leaveIcon } from "@/components/ui/drawn-icon";

/** Line icons on a 20 unit grid, without a sprite’s request. Of the client, so that a name is sent and not a drawing twice. */
const paths = {
  back: "m12 5-5 5 5 5",
  book: "M10 5.5C8 4 5.5 3.8 3 4v11.5c2.5-.2 5 0 7 1.5 2-1.5 4.5-1.7 7-1.5V4c-2.5-.2-5 0-7 1.5zM10 5.5V17",
  calendar: "M3 5.5h14V17H3zM3 9h14M7 3v4M13 3v4",
  check: "m4.5 10.5 3.5 3.5 7.5-8",
  clipboard: "M5 4h10v13H5zM8 3h4v2.5H8zM8 9.5h4M8 13h4",
  clock: "M3.5 10a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0M10 6.5V10l2.5 1.5",
  close: "m5 5 10 10M15 5 5 15",
  document: "M5 3h7l3 3v11H5zM8 9.5h4M8 13h4",
  down: "m5 8 5 5 5-5",
  "arrow-down": "M10 4v12M5 11l5 5 5-5",
  "arrow-up": "M10 16V4M5 9l5-5 5 5",
  level: "M4 10h12",
  eye: "M2 10c2-3.3 4.7-5 8-5s6 1.7 8 5c-2 3.3-4.7 5-8 5s-6-1.7-8-5zM7.7 10a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0-4.6 0",
  "eye-off":
    "M2 10c2-3.3 4.7-5 8-5s6 1.7 8 5c-2 3.3-4.7 5-8 5s-6-1.7-8-5zM7.7 10a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0-4.6 0M4 16.5l12-13",
  forward: "m8 5 5 5-5 5",
  help: "M3 10a7 7 0 1 0 14 0a7 7 0 1 0-14 0M7.8 8a2.2 2.2 0 1 1 3.4 1.8c-.8.5-1.2.9-1.2 1.7M10 14v.1",
  key: "M3 10a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0M10 10h7.5v3M14.5 10v2.5",
  leave: leaveIcon,
  lock: "M5 9.5h10V17H5zM7 9.5V7a3 3 0 0 1 6 0v2.5",
  message: "M3 4.5h14v9H9L5.5 17v-3.5H3z",
  minus: "M5 10h10",
  more: "M4.5 10h.1M10 10h.1M15.5 10h.1",
  pause: "M7.5 5v10M12.5 5v10",
  people:
    "M4.5 7a3 3 0 1 0 6 0a3 3 0 1 0-6 0M2 16.5c.4-3 2.6-4.7 5.5-4.7s5.1 1.7 5.5 4.7M13 4.3a3 3 0 0 1 0 5.4M15 12.3c1.7.7 2.7 2.2 3 4.2",
  person: "M7 7a3 3 0 1 0 6 0a3 3 0 1 0-6 0M4.5 16.5c.4-3 2.6-4.7 5.5-4.7s5.1 1.7 5.5 4.7",
  plus: "M10 4v12M4 10h12",
  repeat: "M4 9.5A5 5 0 0 1 9 5h7m0 0-2.5-2.5M16 5l-2.5 2.5M16 10.5A5 5 0 0 1 11 15H4m0 0 2.5-2.5M4 15l2.5 2.5",
  search: "M4 9a5 5 0 1 0 10 0a5 5 0 1 0-10 0M13 13l4 4",
  settings: "M3 6h9M16 6h1M3 14h1M8 14h9M12 6a2 2 0 1 0 4 0a2 2 0 1 0-4 0M4 14a2 2 0 1 0 4 0a2 2 0 1 0-4 0",
  shield: "M10 2.5 16 5v5c0 3.7-2.5 6.2-6 7.5-3.5-1.3-6-3.8-6-7.5V5z",
  stop: "M7 2.5h6l4.5 4.5v6L13 17.5H7L2.5 13V7zM10 6.5v4.5M10 13.8v.1",
  swap: "M4 7h12m0 0-3-3m3 3-3 3M16 13H4m0 0 3-3m-3 3 3 3",
  two: "M10.4 10a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0-7.2 0",
  warning: "M10 3.5 17.5 16.5h-15zM10 8.5v3.5M10 14.3v.1",
} as const;

export type IconName = keyof typeof paths;

/** Always decorative: the words beside it, or the control's label, carry the meaning. */
export function Icon({ name, ...shown }: { name: IconName } & Omit<DrawnIconProps, "d">) {
  return (
    <DrawnIcon d={paths[name]} isHeavy={name === "more"} {...shown}>
      {name === "two" && <circle cx="6" cy="10" r="3.6" fill="currentColor" />}
    </DrawnIcon>
  );
}
