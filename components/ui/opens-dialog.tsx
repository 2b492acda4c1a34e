"use client";

import { type ReactNode, useState, useSyncExternalStore } from "react";
import { asButton, Button, type ButtonLook } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { disclosing, disclosure } from "@/components/ui/disclose";
import { Icon } from "@/components/ui/icon";

type Props = {
  label: string;
  /** What it is about, for who hears the button without its row. */
  about?: string;
  look?: ButtonLook;
  title: string;
  children: ReactNode;
};

const never = () => () => undefined;

/** A button that opens its form in a modal dialog. Without script the same form stands in a disclosure. */
export function OpensDialog({ label, about, look, title, children }: Props) {
  const hasScript = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [isOpen, setOpen] = useState(false);
  const name = (
    <>
      {label}
      {about ? <span className="sr-only"> {about}</span> : null}
    </>
  );
  if (!hasScript) {
    return (
      <details className={disclosure}>
        <summary {...asButton({ look, small: true }, disclosing)}>
          {name}
          <Icon name="down" small className="group-open/disclose:rotate-180" />
        </summary>
        {children}
      </details>
    );
  }
  return (
    <>
      <Button look={look} small onClick={() => setOpen(true)}>
        {name}
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={title}>
        {children}
        <p className="mt-2 flex flex-wrap gap-2 [&>[data-look=quiet]]:px-0">
          <Button look="quiet" small onClick={() => setOpen(false)}>
            Not yet
          </Button>
        </p>
      </Dialog>
    </>
  );
}
