import type { CredentialsTexts } from './en.js';

/** Español. */
export const es: CredentialsTexts = {
  title: 'Credenciales de contenido',
  check: 'Comprobar ahora',
  unchecked: 'Aún sin comprobar. La comprobación descarga de nuevo todo el vídeo.',
  checking: 'Comprobando…',
  trusted: 'Firmado por un firmante de confianza y sin cambios desde entonces.',
  untrusted: 'Sin cambios desde la firma, pero el firmante no está en la lista de firmantes de confianza.',
  altered: 'El vídeo o sus credenciales se modificaron después de la firma.',
  invalid: 'Las credenciales no son válidas.',
  missing: 'El vídeo no tiene credenciales de contenido.',
  stream: 'No se comprueban las credenciales de contenido de las transmisiones.',
  unread: 'No se pudieron leer las credenciales.',
  tooLarge: 'El vídeo es demasiado grande para comprobarlo.',
  remote: 'Las credenciales están en otro servidor, con el que el reproductor no se conecta.',
  signedBy: 'Firmado por',
  signedAt: 'Firmado el',
  done: 'Qué se hizo',
  created: 'Creado',
  opened: 'Abierto',
  placed: 'Otros medios añadidos',
  edited: 'Editado',
  converted: 'Convertido',
  published: 'Publicado',
  otherAction: 'Otro cambio',
  ingredients: 'Otros medios utilizados'
};
