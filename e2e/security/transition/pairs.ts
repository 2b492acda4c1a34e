import { ofOne, openForOne, parted, shared } from "./couple-pairs";
import { chosen, outside, ownSteps, ownStepsNow } from "./decided-pairs";
import type { Family } from "./family";
import { invitedPartner } from "./partner-pairs";
import { abroad, absent, asked, awayFromHome, critical, said, stopped } from "./said-pairs";

/** Every pair of the issue. */
export const families: readonly Family[] = [
  asked,
  stopped,
  said,
  critical,
  absent,
  abroad,
  awayFromHome,
  outside,
  chosen,
  ownSteps,
  ownStepsNow,
  parted,
  shared,
  ofOne,
  openForOne,
  invitedPartner,
];
