import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import type { Counted } from "@/db/queries/caseload/caseload-counts";
import type { CaseloadView } from "@/lib/caseload/view";
import { plural } from "@/lib/plural";
import { sayCount } from "../say-count";
import { viewHref } from "../view";

type Props = { counted: Counted; view: CaseloadView };

/** Why clients hear nothing by e-mail: nobody has asked them yet. Something to set up, and no alarm. */
export function LettersNotAsked({ counted, view }: Props) {
  const { count } = counted;
  if (count === 0) return null;
  return (
    <Notice
      tone="plain"
      title={`${sayCount(count)} ${plural(count, "client gets", "clients get")} no letters yet`}
      actions={
        view.flag === "letters" ? null : (
          <LinkButton href={viewHref(view, { flag: "letters", state: "all", phase: "all" })}>
            {plural(count, "Show who", "Show them")}
          </LinkButton>
        )
      }
    >
      <span className={view.flag === "letters" ? undefined : "max-phone:hidden"}>
        Nobody has asked whether letters may go to their address: no reminder and no link for a new password goes out
        until then. Ask in the next talk, alone, and keep the answer on the client’s Record, under Letters.
      </span>
    </Notice>
  );
}
