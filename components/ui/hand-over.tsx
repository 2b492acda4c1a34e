"use client";

import { Button } from "@/components/ui/button";
import { CopyLink } from "@/components/ui/copy-link";

type Props = { id: string; label: string; link: string; picture: string };

/** A link that one person gives to another across the table: read by a phone, copied, or taken along on paper. */
export function HandOver({ id, label, link, picture }: Props) {
  return (
    <div className="stack">
      <CopyLink id={id} label={label} value={link} />
      {/* biome-ignore lint/performance/noImgElement: a data address, there is nothing to optimise */}
      <img src={picture} width={196} height={196} alt={`Square code that a phone’s camera reads: ${label}`} />
      <div className="row">
        <Button onClick={() => print()}>Print</Button>
      </div>
    </div>
  );
}
