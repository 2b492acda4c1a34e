import "server-only";
import { z } from "zod";
import type { ClientHeader } from "@/db/queries/clients/client-overview";
import type { Scope } from "@/db/scope";
import type { StaffActor } from "@/lib/actor";
import { NotFound } from "@/lib/errors";
import { type PathToday, pathTodayOf } from "@/lib/protocol/path-today";
import { localDate } from "@/lib/time/zone";
import { loadForStaff } from "./load";

type Params = Promise<{ clientId: string }>;

/** Loads a page about one client. An id that is no id is as absent as one that is not there. */
export async function loadClient<T extends { header: ClientHeader }>(
  params: Params,
  read: (scope: Scope<StaffActor>, id: string) => Promise<T>,
) {
  const id = z.uuid().safeParse((await params).clientId);
  const { data, session } = await loadForStaff(async (scope) => {
    if (!id.success) throw new NotFound();
    return { ...(await read(scope, id.data)), now: scope.now };
  });
  const today = localDate(data.now, data.header.zone);
  const standing: PathToday | null = data.header.enrolment && pathTodayOf(data.header.enrolment, today);
  return { data, session, today, standing };
}
