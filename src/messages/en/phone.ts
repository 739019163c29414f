export const phone = {
  'phone.group': "The phones of the sandbox's subscribers",
  'phone.inbox-summary': 'Show the messages that came to a phone',
  'phone.inbox-description':
    'Shows the SMS that the cabinet has sent to a phone of the sandbox, newest last; a phone keeps its last 100.',
  'phone.send-summary': 'Send an SMS from a phone',
  'phone.send-description':
    'Sends an SMS to the cabinet as a subscriber would, and shows what comes back. 1070 answers with a one-time password, 1071 takes the codes of a gift.',
  'phone.codes-summary': 'Show only the codes and passwords that came to a phone',
  'phone.codes-description':
    'Shows the codes and one-time passwords in the messages of a phone, newest first.',
  'phone.number': "Whose phone; otherwise the demo subscriber's",
  'phone.text': 'Text of the SMS; 1070 needs none',
  'phone.to': 'The short number: 1070 or 1071',
  'phone.to-missing': 'To which number? Give --to, for example --to 1070.',
  'phone.to-bad': '«{value}» is not a number to send an SMS to; 1070 and 1071 are the cabinet.',
  'phone.empty': 'No messages yet.',
  'phone.no-answer': 'Sent. Nothing came back.',
  'phone.no-codes': 'No codes yet.',
  'phone.column-at': 'Received',
  'phone.column-from': 'From',
  'phone.column-text': 'Text',
  'phone.column-code': 'Code',
  'phone.column-purpose': 'What for',
  'phone.column-valid-until': 'Valid until',
  'phone.purpose-one_time_password': 'one-time password',
  'phone.purpose-gift_accept': 'accept a gift',
  'phone.purpose-gift_refuse': 'refuse a gift',
} as const;
