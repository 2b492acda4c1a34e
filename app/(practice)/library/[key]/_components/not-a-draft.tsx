import { ActionForm } from "@/components/forms/action-form";
import { Notice } from "@/components/ui/notice";
import type { InstrumentPage } from "@/db/queries/assessments/instruments";
import { whyNotBuildable } from "@/lib/instruments/may-build";
import { startNext } from "../actions";

/** Why a part cannot be changed here, with the way to where it can; nothing where it can. */
export function notADraft({ key, draft, current }: InstrumentPage, isOfKey: boolean) {
  const instrument = draft?.instrument ?? current?.instrument;
  const why = isOfKey && instrument ? whyNotBuildable(instrument) : null;
  if (why)
    return (
      <Notice tone="plain" title="This part stays as it is">
        {why}
      </Notice>
    );
  if (draft) return null;
  return (
    <>
      <Notice tone="plain" title="The version in use never changes">
        Begin the next one to go on from it. Nothing changes for anybody until you publish that.
      </Notice>
      <ActionForm action={startNext} submit="Start a new version" busy="Starting…" className="mt-4">
        <input type="hidden" name="key" value={key} />
      </ActionForm>
    </>
  );
}
