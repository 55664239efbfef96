/** Fastify alone, with an answer as long as the service's: what this machine and this way of measuring allow. */
import Fastify from 'fastify';

/** As many characters as the service writes of an organisation that has granted everything. */
const ANSWER = { text: 'x'.repeat(900) };

const app = Fastify();
app.get('/readyz', () => ({ status: 'ready' }));
app.get('/api/consent', () => ANSWER);
app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' }).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
