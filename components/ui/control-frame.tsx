import { cva, type VariantProps } from "class-variance-authority";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { ErrorLine } from "@/components/ui/error-line";
import { Hint } from "@/components/ui/hint";

export type ControlText = {
  /** Unique on the page; the hint and error ids derive from it. */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  /** A sentence that says what to do next. */
  error?: string | undefined;
};

const box = cva(
  ["look-field flex items-center gap-2 min-h-10 max-desk:min-h-11.5 portal:min-h-12 door:min-h-12 rounded-control"],
  {
    variants: {
      state: {
        plain: "border border-edge bg-surface px-3 hover:border-ink-2",
        bad: "border-2 border-ink bg-surface px-2.75 hover:border-ink-2",
        readonly: "border border-line bg-sunken px-3 text-ink-2",
      },
    },
    defaultVariants: { state: "plain" },
  },
);

/** The bordered box around one control. `data-field` is for forms that set several in a row. */
export function asField(
  state?: VariantProps<typeof box>["state"],
  extra?: string,
): { className: string; "data-field": "" } {
  return { className: box({ state, class: extra }), "data-field": "" };
}

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
      <div
        className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-4 max-desk:[&>a]:-mt-4.5 max-desk:[&>a]:-mb-1 max-desk:[&>a]:pt-4.5 max-desk:[&>a]:pb-1"
        data-label
      >
        <label className="font-semibold" htmlFor={id}>
          {label}
        </label>
        {beside}
      </div>
      {hint ? <Hint id={`${id}-hint`}>{hint}</Hint> : null}
      <div {...asField(error ? "bad" : readOnly ? "readonly" : "plain")}>{children}</div>
      {error ? <ErrorLine id={`${id}-error`}>{error}</ErrorLine> : null}
    </div>
  );
}
