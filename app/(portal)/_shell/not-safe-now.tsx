import { NotSafe } from "@/components/portal/not-safe";
import { HelpDanger } from "@/components/safety/help-danger";
import { HelpLines } from "@/components/safety/help-lines";
import { firstNameOf } from "@/lib/first-name";
import type { Help } from "@/lib/safety/region-contacts";
import { notSafe } from "../portal/safe/actions";

type Props = {
  /** The exercise's key; nothing elsewhere. */
  place?: string | undefined;
  help: Help;
  therapistName: string;
};

/** "I don't feel safe", with its numbers in the page. */
export function NotSafeNow({ place, help, therapistName }: Props) {
  return (
    <NotSafe
      action={notSafe}
      place={place}
      therapist={firstNameOf(therapistName)}
      danger={<HelpDanger help={help} />}
      lines={<HelpLines help={help} />}
    />
  );
}
