import { ActionForm } from "@/components/forms/action-form";
import { dropDraft, publish } from "../../actions";

/** What to do with a draft, beside what it looks like. */
export function PublishDraft({ readingKey }: { readingKey: string }) {
  const id = <input type="hidden" name="key" value={readingKey} />;
  return (
    <div className="flex gap-2.5 flex-wrap items-center">
      <ActionForm action={publish} submit="Publish" busy="Publishing…">
        {id}
      </ActionForm>
      <ActionForm action={dropDraft} submit="Put the draft away" busy="Putting it away…" look="quiet">
        {id}
      </ActionForm>
    </div>
  );
}
