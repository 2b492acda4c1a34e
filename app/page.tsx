import { redirect } from "next/navigation";
import { practiceExists } from "@/db/queries/identity/pre-auth";
import { landingRoute } from "@/server/auth/enter-session";
import { database } from "@/server/database";
import { loadForAnyone } from "@/server/load";

/** The way in: to the set-up, to the sign-in, or to where the person works. */
export default async function FrontPage() {
  if (!(await practiceExists(database()))) redirect("/setup");
  const { session } = await loadForAnyone(async () => undefined);
  redirect(landingRoute({ role: session.actor.role, stage: session.stage }));
}
