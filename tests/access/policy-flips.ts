import type { Plugin } from 'vite';

/**
 * For the test run only: lets a test turn one policy's denials into permissions and see whether
 * anything notices. Each exported function of a policy.ts reports its denials under "room/name".
 */
export function policyFlips(): Plugin {
  return {
    name: 'policy-flips',
    enforce: 'pre',
    transform(code, id) {
      const room = /\/src\/lib\/(.+)\/policy\.ts$/.exec(id)?.[1];
      if (!room) return null;
      const names = [...code.matchAll(/^export (?:const|function) (\w+)/gm)].map(
        ([, name]) => name!,
      );
      const wrapped = names.map(
        (name) => `export { flippable_${name} as ${name} };
const flippable_${name} = (...args) => __flip('${room}/${name}', ${name}(...args));`,
      );
      const flip = `
function __flip(name, decision) {
  if (decision === null || typeof decision !== 'object' || decision.isAllowed !== false) return decision;
  globalThis.__policyDenials?.add(name);
  return globalThis.__flippedPolicy === name ? { isAllowed: true } : decision;
}
`;
      return code.replace(/^export (const|function) /gm, '$1 ') + flip + wrapped.join('\n');
    },
  };
}
