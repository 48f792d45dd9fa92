import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { reasonTable } from "./reason-table.ts";
import { routeTable } from "./route-table.ts";

/** `npm run web` serves the sources and forwards all other requests to the machine that `npm start` runs. */
export default defineConfig({
  plugins: [react(), routeTable(), reasonTable()],
  build: {
    // Without data: URLs, every file is cached under its own hash and the CSP needs no exception for them.
    assetsInlineLimit: 0,
    manifest: true,
    sourcemap: false,
    // On a busy machine, Vite would otherwise print a page of advice about the plugins' speed.
    rolldownOptions: {
      checks: { pluginTimings: false },
      // Otherwise each piece that two pages share becomes a file of its own, some under 100 bytes, and each costs a
      // request.
      output: { codeSplitting: { groups: [{ name: "shared", minShareCount: 11 }] } },
    },
    target: "es2024",
  },
  server: {
    host: "127.0.0.1",
    proxy: { "/api": "http://127.0.0.1:3000", "/_local": "http://127.0.0.1:3000" },
  },
});
