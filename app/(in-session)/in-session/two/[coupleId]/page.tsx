import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { OwnPage } from "@/app/_shell/own-page";
import { CoupleMirror } from "@/components/charts/couple-mirror";
import { asPortal } from "@/components/shell/as-portal";
import { getShownToTwo } from "@/db/queries/couples/shown-to-two";
import { widestTogetherFirst } from "@/lib/couples/shared-scores";
import { NotFound } from "@/lib/errors";
import { paths } from "@/lib/paths";
import { loadForStaff } from "@/server/load";
import { isSomebodyInRoom } from "@/server/room";
import { HidesOnLeaving } from "./_components/hides-on-leaving";
import { TwoTemperatures } from "./_components/two-temperatures";

export const metadata: Metadata = { title: "Nearer" };

/** A screen for two who sit in the room with their therapist. It holds what both have, and has no way to anything else. */
export default async function TwoPage({ params }: { params: Promise<{ coupleId: string }> }) {
  const id = z.uuid().safeParse((await params).coupleId);
  const { data, session } = await loadForStaff(async (scope) => {
    if (!id.success) throw new NotFound();
    return getShownToTwo(scope, id.data);
  });
  if (!(await isSomebodyInRoom(session))) redirect(paths.couple(data.id));
  const [first, second] = data.initials;
  const rows = widestTogetherFirst(data.rows);
  return (
    <OwnPage>
      <main id="main" {...asPortal()}>
        <div className="mx-auto grid max-w-220 gap-12 px-(--gut) py-10">
          <HidesOnLeaving>
            {data.maySayNow ? (
              <section aria-labelledby="now">
                <h1 id="now" className="mb-4 text-center">
                  How near, at this moment?
                </h1>
                <TwoTemperatures initials={data.initials} />
                <p className="mt-4 text-center text-small text-ink-2">Nothing of it is kept.</p>
              </section>
            ) : null}
            {rows.length > 0 ? (
              <section aria-labelledby="both">
                <h2 id="both" className="mb-3 text-center">
                  Now and wished
                </h2>
                <CoupleMirror caption="Now and wished of both, 0 to 96" first={first} second={second} rows={rows} />
              </section>
            ) : null}
            {!data.maySayNow && rows.length === 0 ? (
              <section>
                <h1 className="text-center">There is nothing to look at together here today.</h1>
              </section>
            ) : null}
          </HidesOnLeaving>
        </div>
      </main>
    </OwnPage>
  );
}
