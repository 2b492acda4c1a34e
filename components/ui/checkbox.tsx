import type { ComponentProps, ReactNode } from "react";
import { asChoice, ChoiceBox } from "@/components/ui/choice-box";
import { ErrorLine } from "@/components/ui/error-line";

type Props = Omit<ComponentProps<"input">, "type" | "id"> & {
  id: string;
  label: ReactNode;
  sub?: ReactNode;
  error?: string | undefined;
};

export function Checkbox({ id, label, sub, error, ...input }: Props) {
  return (
    <div>
      <label className={asChoice()} htmlFor={id}>
        <ChoiceBox
          id={id}
          name={id}
          type="checkbox"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          {...input}
        />
        <span>
          {label}
          {sub ? <span className="block text-small text-ink-2 portal:text-body">{sub}</span> : null}
        </span>
      </label>
      {error ? <ErrorLine id={`${id}-error`}>{error}</ErrorLine> : null}
    </div>
  );
}
