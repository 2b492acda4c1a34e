"use client";

import Link from "next/link";
import { initialsOf } from "@/lib/format";
import { paths } from "@/lib/paths";
import type { LineView } from "./line-view";

/** What a `bdi` holds has the direction of its own words already: to say so costs a caseload of sixty a kilobyte. */
export function NameCell({ line }: { line: LineView }) {
  return (
    <>
      <Link data-covers="" href={paths.client(line.id).overview} prefetch={false}>
        <span>{`${initialsOf(line.name)}, record ${line.record}`}</span>
        <bdi lang="">{line.name}</bdi>
      </Link>
      <small>
        <WithWhom line={line} />
      </small>
      {line.isLookedAt ? null : <ChooseBox id={line.id} name={line.name} />}
    </>
  );
}

/** Ticked, something is done with this client and others at once, by the buttons below the list. */
function ChooseBox({ id, name }: { id: string; name: string }) {
  return <input type="checkbox" name="with" value={id} form="several" aria-label={`Choose ${name}`} />;
}

function WithWhom({ line: { beside, partner } }: { line: LineView }) {
  if (!partner) return beside;
  return (
    <>
      {beside}
      {partner.coupleId ? (
        <Link href={paths.couple(partner.coupleId)} prefetch={false}>
          <bdi lang="">{partner.name}</bdi>
        </Link>
      ) : (
        <bdi lang="">{partner.name}</bdi>
      )}
    </>
  );
}
