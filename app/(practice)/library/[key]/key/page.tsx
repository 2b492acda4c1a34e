import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { Crumb } from "@/components/shell/crumb";
import { PageHead } from "@/components/shell/page-head";
import { Checkbox } from "@/components/ui/checkbox";
import { Notice } from "@/components/ui/notice";
import { paths } from "@/lib/paths";
import { type KeyParams, loadInstrument } from "@/server/load-instrument";
import { PracticePage } from "../../../_shell/practice-page";
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
      <Crumb href={paths.instrument(page.key).page}>{shown.title}</Crumb>
      <PageHead
        title="Scoring key"
        sub={
          open.length > 0
            ? `${shown.title}: ${open.length} of ${shown.items.length} questions to confirm against your own copy`
            : shown.title
        }
      />
      {shown.keyNote ? (
        <Notice tone="plain" title="What is known">
          {shown.keyNote}
        </Notice>
      ) : null}
      {page.draft && open.length > 0 ? (
        <ActionForm action={saveKey} submit="Save what I have checked" busy="Saving…" className="long-form">
          <input type="hidden" name="key" value={page.key} />
          <table className="rank key-table">
            <caption className="vh">Questions whose key is to be confirmed</caption>
            <thead>
              <tr>
                <th scope="col">Question</th>
                <th scope="col" className="words">
                  Counts for
                </th>
                <th scope="col" className="words">
                  Reversed
                </th>
                <th scope="col" className="words">
                  Checked
                </th>
              </tr>
            </thead>
            <tbody>
              {open.map((item) => (
                <tr key={item.id}>
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
                          Reversed<span className="vh">, question {item.id}</span>
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
                          I checked it<span className="vh">, question {item.id}</span>
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
