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
    <form id={formId} className="stack details" method="get">
      <input type="hidden" name="change" value={kind} />
      {fields}
      <Button type="submit" small>
        Show what changes
      </Button>
      <SubmitOnChange form={formId} />
    </form>
  );
}
