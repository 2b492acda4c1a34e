import { ActionForm } from "@/components/forms/action-form";
import type { StandingShare } from "@/lib/domain/couples/share-decisions";
import { itemWords } from "@/lib/domain/couples/share-items";
import { inSentence } from "@/lib/format";
import { decide } from "../actions";

type Props = { coupleId: string; standing: readonly StandingShare[]; moment: (at: Date) => string };

/** Each thing that is shared with the one button that ends it. Ending asks nothing. */
export function Standing({ coupleId, standing, moment }: Props) {
  return (
    <>
      <ul className="shares">
        {standing.map(({ item, since }) => (
          <li key={item}>
            <span>
              {itemWords(item)}
              <span className="sm sec"> Since {inSentence(moment(since))}</span>
            </span>
            <Stop coupleId={coupleId} items={[item]} label="Stop" what={itemWords(item)} />
          </li>
        ))}
      </ul>
      {standing.length > 1 ? (
        <Stop coupleId={coupleId} items={standing.map(({ item }) => item)} label="Stop sharing all of it" />
      ) : null}
    </>
  );
}

type StopProps = { coupleId: string; items: readonly string[]; label: string; what?: string };

function Stop({ coupleId, items, label, what }: StopProps) {
  return (
    <ActionForm
      action={decide}
      submit={
        <>
          {label}
          {what ? <span className="vh"> sharing: {what}</span> : null}
        </>
      }
      busy="Stopping…"
      look="outline"
    >
      <input type="hidden" name="coupleId" value={coupleId} />
      <input type="hidden" name="decision" value="withdrawn" />
      {items.map((item) => (
        <input key={item} type="hidden" name="items[]" value={item} />
      ))}
    </ActionForm>
  );
}
