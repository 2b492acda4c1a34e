import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { classNames } from "@/components/ui/class-names";
import { Notice } from "@/components/ui/notice";
import { numberTable } from "@/components/ui/number-table";
import { type KeyParams, loadInstrument } from "@/server/load-instrument";
import { PracticePage } from "../../../_shell/practice-page";
import { DraftHead } from "../_components/draft-head";
import { saveKey } from "../actions";

export const metadata: Metadata = { title: "Scoring key" };

export default async function KeyPage({ params }: { params: KeyParams }) {
  const { data, session } = await loadInstrument(params, { edits: true, prefer: "draft" });
  const { page, shown } = data;
  const scaleOf = (id: string) =>
    shown.scales.flatMap((scale) => (scale.items.includes(id) ? scale.title : [])).join(", ") || "no scale";
  const open = shown.items.filter((item) => !item.keyConfirmed);
  return (
    <PracticePage session={session} beside="same">
      <DraftHead page={page} tab="key" />
      {open.length > 0 ? (
        <p className="mt-4 text-ink-2">
          {open.length} of {shown.items.length} questions to confirm against your own copy
        </p>
      ) : null}
      {shown.keyNote ? (
        <Notice tone="plain" title="What is known">
          {shown.keyNote}
        </Notice>
      ) : null}
      {page.draft && open.length > 0 ? (
        <ActionForm
          action={saveKey}
          submit="Save what I have checked"
          busy="Saving…"
          className="[&>[data-look]]:justify-self-start [&_fieldset]:grid [&_fieldset]:gap-3 [&_fieldset]:m-0 [&_fieldset]:p-0 [&_fieldset]:border-0 [&_fieldset]:min-w-0 [&_legend]:mb-2 [&_legend]:p-0 [&_legend]:font-semibold [&_legend]:text-section [&_legend]:leading-snug [&_legend]:font-serif grid gap-5 max-w-180"
        >
          <input type="hidden" name="key" value={page.key} />
          <table className={classNames(numberTable)}>
            <caption className="sr-only">Questions whose key is to be confirmed</caption>
            <thead className="print:break-inside-avoid">
              <tr className="print:break-inside-avoid">
                <th scope="col">Question</th>
                <th scope="col" className="words text-left!">
                  Counts for
                </th>
                <th scope="col" className="words text-left!">
                  Reversed
                </th>
                <th scope="col" className="words text-left!">
                  Checked
                </th>
              </tr>
            </thead>
            <tbody>
              {open.map((item) => (
                <tr className="print:break-inside-avoid" key={item.id}>
                  <th scope="row">
                    {item.id}
                    {item.text ? `. ${item.text}` : null}
                  </th>
                  <td className="words">{scaleOf(item.id)}</td>
                  <td className="words">
                    <Checkbox
                      id={`reversed-${item.id}`}
                      name="reversed[]"
                      value={item.id}
                      defaultChecked={item.reversed}
                      label={
                        <>
                          Reversed<span className="sr-only">, question {item.id}</span>
                        </>
                      }
                    />
                  </td>
                  <td className="words">
                    <Checkbox
                      id={`confirmed-${item.id}`}
                      name="confirmed[]"
                      value={item.id}
                      label={
                        <>
                          I checked it<span className="sr-only">, question {item.id}</span>
                        </>
                      }
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ActionForm>
      ) : (
        <Notice tone="plain" title="Every question is confirmed" />
      )}
    </PracticePage>
  );
}
