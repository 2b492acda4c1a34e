import { ofOne, openForOne, parted, shared } from "./couple-pairs";
import { chosen, outside } from "./decided-pairs";
import type { Family } from "./family";
import { invitedPartner } from "./partner-pairs";
import { absent, asked, critical, said, stopped } from "./said-pairs";

/** Every pair of the issue. */
export const families: readonly Family[] = [
  asked,
  stopped,
  said,
  critical,
  absent,
  outside,
  chosen,
  parted,
  shared,
  ofOne,
  openForOne,
  invitedPartner,
];
