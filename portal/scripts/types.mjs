// Writes src/api/generated/*.ts from the services' committed API descriptions.
import { mkdirSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const root = new URL('../../', import.meta.url);
const target = new URL('../src/api/generated/', import.meta.url);

mkdirSync(target, { recursive: true });
for (const service of ['member', 'ledger', 'notice', 'auth']) {
  const types = await openapiTS(new URL(`${service}-service/openapi.yaml`, root), { silent: true });
  writeFileSync(new URL(`${service}.ts`, target), astToString(types));
}
