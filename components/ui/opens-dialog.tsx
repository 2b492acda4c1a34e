"use client";

import { type ReactNode, useState, useSyncExternalStore } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";

type Props = { label: string; title: string; children: ReactNode };

const never = () => () => undefined;

/** A button that opens its form in a modal dialog. Without script the same form stands in a disclosure. */
export function OpensDialog({ label, title, children }: Props) {
  const hasScript = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [isOpen, setOpen] = useState(false);
  if (!hasScript) {
    return (
      <details className="disclose">
        <summary className={buttonClass({ small: true })}>
          {label}
          <Icon name="down" small />
        </summary>
        {children}
      </details>
    );
  }
  return (
    <>
      <Button small onClick={() => setOpen(true)}>
        {label}
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
