import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-fields";
import { Disclose } from "@/components/ui/disclose";
import type { KeptLook } from "@/db/queries/caseload/looks";
import { MOST_LOOKS } from "@/lib/caseload/look-form";
import { type CaseloadView, queryOf } from "@/lib/caseload/view";
import { limits } from "@/lib/limits";
import { keep, remove, rename } from "../actions";

type Props = { looks: readonly KeptLook[]; view: CaseloadView; newId: string };

/** Gives what is shown a name of one's own, and looks after those that have one. */
export function KeepLooks({ looks, view, newId }: Props) {
  return (
    <Disclose label="Saved views">
      <div className="mt-3 grid max-w-140 gap-4">
        {looks.length < MOST_LOOKS ? (
          <ActionForm
            action={keep}
            submit="Save this view"
            busy="Saving…"
            look="outline"
            small
            className="grid gap-3 [&>[data-look]]:justify-self-start"
          >
            <input type="hidden" name="id" value={newId} />
            <input type="hidden" name="query" value={queryOf({ ...view, q: "" })} />
            <FormField
              name="name"
              label="A name for this view"
              hint="The filters, the order and the columns that you see now, without the words that you searched for. Only you see it."
              maxLength={limits.lookName}
            />
          </ActionForm>
        ) : (
          <p className="text-ink-2">{`There are ${MOST_LOOKS} already. Remove one to keep another.`}</p>
        )}
        {looks.map(({ id, name }) => (
          <section key={id} aria-label={name} className="border-t border-line pt-3">
            <h3 className="mb-2 font-semibold">
              <bdi>{name}</bdi>
            </h3>
            <div className="flex flex-wrap items-start gap-2.5">
              <Disclose label="Rename">
                <ActionForm action={rename} submit="Keep the name" busy="Keeping…" look="outline" small>
                  <input type="hidden" name="id" value={id} />
                  <FormField name="name" label="Its name" defaultValue={name} maxLength={limits.lookName} />
                </ActionForm>
              </Disclose>
              <Disclose label="Remove">
                <ActionForm action={remove} submit={`Yes, remove “${name}”`} busy="Removing…" look="outline" small>
                  <input type="hidden" name="id" value={id} />
                  <p>Nothing of a client goes with it.</p>
                </ActionForm>
              </Disclose>
            </div>
          </section>
        ))}
      </div>
    </Disclose>
  );
}
