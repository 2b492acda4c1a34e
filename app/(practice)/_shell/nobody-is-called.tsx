import { Notice } from "@/components/ui/notice";
import type { Actor } from "@/lib/actor";
import { can } from "@/lib/policy";
import { mailIsSet } from "@/server/mail";

/** For the owner of a practice without mail, and it stays until there is some: an alarm is seen only by who looks. */
export function NobodyIsCalled({ actor }: { actor: Actor }) {
  if (mailIsSet() || !can(actor, "practice.settings")) return null;
  return (
    <Notice tone="risk" title="Nobody is called: no mail is set up">
      When a client does not feel safe or gives an answer that needs somebody today, it stands first on the list here,
      and no letter goes to anybody. Clients are told so. Give SMTP_URL and MAIL_FROM to whoever runs Nearer; until
      then, agree who looks at the list, and when.
    </Notice>
  );
}
