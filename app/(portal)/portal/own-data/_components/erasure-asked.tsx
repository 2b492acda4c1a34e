import { randomUUID } from "node:crypto";
import { OneButton } from "@/components/portal/one-button";
import { task } from "@/components/shell/task";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/paths";
import { takeErasureBackNow } from "../actions";

type Props = { name: string; when: string; isAnswered: boolean };

/** What stands there once somebody asked: the pages are empty, and what comes next. The same words for everybody. */
export function ErasureAsked({ name, when, isAnswered }: Props) {
  return (
    <section className={task}>
      <h2>You asked for your data to be erased</h2>
      <p>You asked {when}. Your pages are empty.</p>
      {isAnswered ? (
        <p>Your practice has answered. Ask {name} if you want to know more.</p>
      ) : (
        <>
          <p>
            {name} talks with you alone before anything is taken out. If you did not ask for this, or want it no more,
            take it back. Your pages open again once you have agreed anew.
          </p>
          <OneButton
            action={takeErasureBackNow}
            fields={{ id: randomUUID() }}
            label="Take it back"
            busy="Taking it back…"
            look="outline"
          />
        </>
      )}
      <LinkButton href={paths.portal.contacts} look="quiet" flush>
        Who to call, if you are not safe
      </LinkButton>
    </section>
  );
}
