import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";

export type ControlText = {
  /** Unique on the page; the hint and error ids derive from it. */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  /** A sentence that says what to do next. */
  error?: string | undefined;
};

/** The ids that a control names in aria-describedby, hint first. */
export function describedBy({ id, hint, error }: Pick<ControlText, "id" | "hint" | "error">): string | undefined {
  return classNames(Boolean(hint) && `${id}-hint`, Boolean(error) && `${id}-error`) || undefined;
}

/** Label above, hint below it, the control in one bordered box, the error sentence under the box. */
export function ControlFrame({
  id,
  label,
  hint,
  error,
  beside,
  readOnly,
  children,
}: ControlText & { beside?: ReactNode; readOnly?: boolean | undefined; children: ReactNode }) {
  return (
    <div>
      <div className="label-row">
        <label className="label" htmlFor={id}>
          {label}
        </label>
        {beside}
      </div>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <div className={classNames("field", error && "bad", readOnly && "readonly")}>{children}</div>
      {error ? (
        <p className="error" id={`${id}-error`}>
          <Icon name="warning" small />
          <span>{error}</span>
        </p>
      ) : null}
    </div>
  );
}
