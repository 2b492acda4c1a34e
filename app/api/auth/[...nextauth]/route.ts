import { authHandler } from "@/server/auth/next-auth";

export const dynamic = "force-dynamic";

export const GET = authHandler;
export const POST = authHandler;
