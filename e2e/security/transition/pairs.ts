import { ofOne, openForOne, parted, shared } from "./couple-pairs";
import { chosen, outside } from "./decided-pairs";
import type { Family } from "./family";
import { absent, asked, critical, said, stopped } from "./said-pairs";

/** Every pair of the issue. A partner who is invited, accepts or declines belongs here once inviting is built. */
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
];
