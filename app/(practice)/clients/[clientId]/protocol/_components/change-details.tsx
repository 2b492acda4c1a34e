import { Button } from "@/components/ui/button";
import { SubmitOnChange } from "@/components/ui/submit-on-change";
import type { Choice } from "../change-choice";
import { type Around, fieldsOf } from "./change-views";

type Props = Omit<Around, "exercises"> & { choice: Choice };

const formId = "change-details";

/** What there is to choose about a change. It lives in the address; the preview follows it. */
export function ChangeDetails({ choice: { kind, change, exercises }, ...around }: Props) {
  const fields = fieldsOf(change, { ...around, exercises });
  if (!fields) return null;
  return (
    <form method="get" id={formId} className="practice:[&>[data-look]]:justify-self-start grid gap-4 mt-4 print:hidden">
      <input type="hidden" name="change" value={kind} />
      {fields}
      <Button type="submit" small>
        Show what changes
      </Button>
      <SubmitOnChange form={formId} />
    </form>
  );
}
