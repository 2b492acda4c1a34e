import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { BeforeSignIn } from "@/components/identity/before-sign-in";
import { ExploreSample } from "@/components/identity/explore-sample";
import { SetUpPractice } from "@/components/identity/set-up-practice";
import { practiceExists } from "@/db/queries/identity/pre-auth";
import { mayEnterSample } from "@/server/auth/sample-door";
import { isSetupToken } from "@/server/auth/setup-token";
import { database } from "@/server/database";
import { exploreSample, setUpPractice } from "./actions";

export const metadata: Metadata = { title: "Set up Nearer" };

export default async function SetUpPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  if (await practiceExists(database())) redirect("/sign-in");
  const { token } = await searchParams;
  const given = typeof token === "string" ? token : undefined;
  if (!given || !isSetupToken(given)) {
    return (
      <BeforeSignIn title="Not set up yet" sub="Nearer is running, and it has no practice.">
        <p>The window in which Nearer was started shows a set-up link. Open that link.</p>
      </BeforeSignIn>
    );
  }
  return (
    <BeforeSignIn title="Set up your practice" sub="You become its owner. Colleagues and clients come by invitation.">
      <SetUpPractice action={setUpPractice} token={given} />
      {mayEnterSample() ? <ExploreSample action={exploreSample} token={given} /> : null}
    </BeforeSignIn>
  );
}
