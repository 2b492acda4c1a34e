import type { FormState } from "@/lib/form-state";

/** Whether a form was refused because other words stand already: its message says what sending once more does. */
export const isSentAgain = ({ status, fields }: FormState): boolean =>
  status === "refused" && (fields?.instead !== undefined || fields?.again !== undefined);

/** What the person was told, so that sending once more says that they know. */
export function SentAgain({ state }: { state: FormState }) {
  if (!isSentAgain(state)) return null;
  return (["instead", "again"] as const).map((name) =>
    state.fields?.[name] ? <input key={name} type="hidden" name={name} value={state.fields[name]} /> : null,
  );
}
