"use client";

import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { CopyLink } from "@/components/ui/copy-link";

type Props = { id: string; label: string; link: string; picture: string };

/** A link that one person gives to another across the table: read by a phone, copied, or taken along on paper. */
export function HandOver({ id, label, link, picture }: Props) {
  const sheet = useRef<HTMLDivElement>(null);
  return (
    <div ref={sheet} className="grid gap-4">
      <CopyLink id={id} label={label} value={link} />
      {/* biome-ignore lint/performance/noImgElement: a data address, there is nothing to optimise */}
      <img src={picture} width={196} height={196} alt={`Square code that a phone’s camera reads: ${label}`} />
      <div className="flex gap-2.5 flex-wrap items-center">
        <Button onClick={() => printAlone(sheet.current)}>Print</Button>
      </div>
    </div>
  );
}

/** Only this goes on the sheet: the page around it is about somebody, and the sheet goes into another hand. */
function printAlone(sheet: HTMLElement | null): void {
  if (!sheet) return;
  sheet.dataset.printing = "";
  addEventListener("afterprint", () => delete sheet.dataset.printing, { once: true });
  print();
}
