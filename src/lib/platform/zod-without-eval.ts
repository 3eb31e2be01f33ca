// zod compiles object schemas with `new Function` where it may. Our content security policy forbids
// that, and even zod's harmless attempt is reported in the console and would hide real violations.
// Import this before anything that builds a schema; it loads no zod itself.
const zod = globalThis as { __zod_globalConfig?: { jitless?: boolean } };
zod.__zod_globalConfig = { ...zod.__zod_globalConfig, jitless: true };
