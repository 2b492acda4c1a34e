"use client";

import { type ReactNode, useState, useSyncExternalStore } from "react";
import { Button, type ButtonLook, buttonClass } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
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
      {about ? <span className="vh"> {about}</span> : null}
    </>
  );
  if (!hasScript) {
    return (
      <details className="disclose">
        <summary className={buttonClass({ look, small: true })}>
          {name}
          <Icon name="down" small />
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
        <p className="acts">
          <Button look="quiet" small onClick={() => setOpen(false)}>
            Not yet
          </Button>
        </p>
      </Dialog>
    </>
  );
}
