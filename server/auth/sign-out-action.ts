"use server";
import "server-only";
import { redirect } from "next/navigation";
import { isSameOrigin } from "../same-origin";
import { endOwnSession } from "./end-session";

/** For the form that signs out, in a shell or on a page of one's own. */
export async function signOutAction(): Promise<void> {
  if (!(await isSameOrigin())) return;
  await endOwnSession();
  redirect("/sign-in?why=left");
}
