// Writes src/api/generated/*.ts from the services' committed API descriptions.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const root = new URL('../../', import.meta.url);
const target = new URL('../src/api/generated/', import.meta.url);

mkdirSync(target, { recursive: true });
for (const service of ['member', 'ledger', 'notice', 'auth']) {
  const committed = new URL(`${service}-service/openapi.yaml`, root);
  const source = existsSync(committed) ? committed : new URL(`../dev/openapi/${service}.yaml`, import.meta.url);
  const types = await openapiTS(source, { silent: true });
  writeFileSync(new URL(`${service}.ts`, target), astToString(types));
}
