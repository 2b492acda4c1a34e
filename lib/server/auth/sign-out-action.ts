"use server";
import "server-only";
import { redirect } from "next/navigation";
import { signOut } from "@/db/commands/identity/sign-out";
import { now } from "../clock";
import { database } from "../database";
import { leaveUrl } from "../leave-url";
import { isSameOrigin } from "../same-origin";
import { clearSessionToken, readSessionToken } from "./session-cookie";

/** For a plain form in a shell: `<form action={signOutAction}>`. */
export async function signOutAction(): Promise<void> {
  if (!(await isSameOrigin())) return;
  await leave();
  redirect("/sign-in?why=left");
}

/** For "Leave quickly" without script: signs out and goes to a page that tells nothing. */
export async function leaveQuicklyAction(): Promise<void> {
  if (!(await isSameOrigin())) return;
  await leave();
  redirect(leaveUrl());
}

async function leave(): Promise<void> {
  const token = await readSessionToken();
  if (token) await signOut(database(), token, now());
  await clearSessionToken();
}
