import type { ComponentProps, ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

type Props = Omit<ComponentProps<"input">, "type" | "id"> & {
  id: string;
  label: ReactNode;
  sub?: ReactNode;
  error?: string | undefined;
};

export function Checkbox({ id, label, sub, error, ...input }: Props) {
  return (
    <div>
      <label className="choice" htmlFor={id}>
        <input
          id={id}
          name={id}
          type="checkbox"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          {...input}
        />
        <span>
          {label}
          {sub ? <span className="sub">{sub}</span> : null}
        </span>
      </label>
      {error ? (
        <p className="error" id={`${id}-error`}>
          <Icon name="warning" small />
          <span>{error}</span>
        </p>
      ) : null}
    </div>
  );
}
