import type { CredentialsTexts } from './en.js';

/** Português. */
export const pt: CredentialsTexts = {
  title: 'Credenciais de conteúdo',
  check: 'Verificar agora',
  unchecked: 'Ainda não verificado. A verificação volta a transferir todo o vídeo.',
  checking: 'A verificar…',
  trusted: 'Assinado por um signatário de confiança e inalterado desde então.',
  untrusted: 'Inalterado desde a assinatura, mas o signatário não consta da lista de signatários de confiança.',
  altered: 'O vídeo ou as suas credenciais foram alterados depois da assinatura.',
  invalid: 'As credenciais não são válidas.',
  missing: 'O vídeo não tem credenciais de conteúdo.',
  stream: 'As credenciais de conteúdo de transmissões não são verificadas.',
  unread: 'Não foi possível ler as credenciais.',
  tooLarge: 'O vídeo é demasiado grande para ser verificado.',
  remote: 'As credenciais estão noutro servidor, que o leitor não contacta.',
  signedBy: 'Assinado por',
  signedAt: 'Assinado em',
  done: 'O que foi feito',
  created: 'Criado',
  opened: 'Aberto',
  placed: 'Outros conteúdos adicionados',
  edited: 'Editado',
  converted: 'Convertido',
  published: 'Publicado',
  otherAction: 'Outra alteração',
  ingredients: 'Outros conteúdos usados'
};
