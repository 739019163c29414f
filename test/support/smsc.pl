#!/usr/bin/perl
# A short-message service on Debian's Net::SMPP, an implementation of SMPP 3.4 of its own. Keeps a journal, so that it can
# be killed and started again: what it has accepted stays accepted, and whatever was not acknowledged is sent again.
# Usage: smsc.pl JOURNAL PORT SYSTEM_ID PASSWORD; orders as lines of JSON on stdin, events as lines of JSON on stdout.
use strict;
use warnings;
use IO::Handle;
use IO::Select;
use JSON::PP;
use Net::SMPP;
use Time::HiRes qw(time);

my ($journal_file, $port, $system_id, $password) = @ARGV;
my $json = JSON::PP->new->canonical;
STDOUT->autoflush(1);
STDERR->autoflush(1);
$SIG{PIPE} = 'IGNORE';
$SIG{__WARN__} = sub { print STDERR @_ unless $_[0] =~ /premature eof|error reading header|read_pdu/ };

my %set = (receipts => 1, references => 1, delay => 0, deaf => 0, throttle => 0, refuse => 0, status => 0, crash => 0);
my (@receipts, @messages, %sent, %bound, @answers);
my ($next_id, $next_seq, $peak, $unanswered, $orders) = (1, 1, 0, 0, '');

read_journal();
open(my $journal, '>>', $journal_file) or die "journal: $!";
$journal->autoflush(1);

my $listener = Net::SMPP->new_listen('127.0.0.1', port => $port, smpp_version => 0x34, interface_version => 0x34)
  or die "cannot listen: $!";
my $poll = IO::Select->new($listener, \*STDIN);
event(event => 'listening', port => $listener->sockport);

while (1) {
  my $soonest = @answers ? $answers[0]{due} - time : 1;
  for my $ready ($poll->can_read($soonest > 0 ? $soonest : 0)) {
    if ($ready == $listener) { accept_peer() }
    elsif ($ready == \*STDIN) { take_orders() }
    else { take_pdu($ready) }
  }
  while (@answers && $answers[0]{due} <= time) { answer(shift @answers) }
  send_waiting();
}

sub event { print $json->encode({@_}), "\n" }

sub note { print {$journal} $json->encode({@_}), "\n" }

sub read_journal {
  open(my $old, '<', $journal_file) or return;
  my (%receipt_of, %message_of);
  while (my $line = <$old>) {
    my $entry = eval { $json->decode($line) } or next;
    if ($entry->{type} eq 'accepted') { $receipt_of{$entry->{id}} = $entry; $next_id = $entry->{id} + 1 }
    elsif ($entry->{type} eq 'receipt_taken') { delete $receipt_of{$entry->{id}} }
    elsif ($entry->{type} eq 'message') { $message_of{$entry->{tag}} = $entry }
    elsif ($entry->{type} eq 'message_taken') { delete $message_of{$entry->{tag}} }
  }
  @receipts = map { $receipt_of{$_} } sort { $a <=> $b } keys %receipt_of;
  @messages = map { $message_of{$_} } sort keys %message_of;
}

sub accept_peer {
  my $peer = $listener->accept or return;
  $poll->add($peer);
}

sub forget_peer {
  my ($peer) = @_;
  $poll->remove($peer);
  delete $bound{$peer};
  for my $seq (grep { $sent{$_}{peer} == $peer } keys %sent) {
    my $lost = delete $sent{$seq};
    if ($lost->{receipt}) { unshift @receipts, $lost->{receipt} } else { unshift @messages, $lost->{message} }
  }
  my @kept = grep { $_->{peer} != $peer } @answers;
  $unanswered -= @answers - @kept;
  @answers = @kept;
  close $peer;
  event(event => 'gone');
}

sub take_orders {
  sysread(STDIN, $orders, 65536, length $orders) or exit 0;
  take_order($json->decode($1)) while $orders =~ s/^(.*)\n//;
}

sub take_order {
  my ($order) = @_;
  my $do = $order->{do};
  if ($do eq 'message') { note(%$order, type => 'message'); push @messages, $order; event(event => 'kept') }
  elsif ($do eq 'drop') { forget_peer($_->{peer}) for values %bound }
  elsif ($do eq 'peak') { event(event => 'peak', outstanding => $peak) }
  else { $set{$do} = $order->{value}; $set{status} = $order->{status} if defined $order->{status} }
}

sub take_pdu {
  my ($peer) = @_;
  my $pdu = $peer->read_pdu();
  return forget_peer($peer) unless defined $pdu;
  return if $set{deaf};
  my $command = Net::SMPP::pdu_tab->{$pdu->{cmd}}{cmd};
  if ($command eq 'bind_transceiver') { bind_peer($peer, $pdu) }
  elsif ($command eq 'enquire_link') { $peer->enquire_link_resp(seq => $pdu->{seq}) }
  elsif ($command eq 'unbind') { $peer->unbind_resp(seq => $pdu->{seq}); event(event => 'unbound'); forget_peer($peer) }
  elsif ($command eq 'submit_sm') { take_submit($peer, $pdu) }
  elsif ($command eq 'deliver_sm_resp') { take_deliver_resp($pdu) }
}

sub bind_peer {
  my ($peer, $pdu) = @_;
  my $status = $pdu->{system_id} eq $system_id && $pdu->{password} eq $password ? 0 : 0x0e;
  $peer->bind_transceiver_resp(system_id => 'smsc', seq => $pdu->{seq}, status => $status);
  $bound{$peer} = { peer => $peer } unless $status;
  event(event => 'bound', status => $status, version => $pdu->{interface_version});
}

sub take_submit {
  my ($peer, $pdu) = @_;
  $unanswered++;
  $peak = $unanswered if $unanswered > $peak;
  my $status = 0;
  if ($set{throttle} > 0) { $set{throttle}--; $status = 0x58 }
  elsif ($set{refuse} > 0) { $set{refuse}--; $status = $set{status} }
  my $id = '';
  if ($status == 0) {
    $id = $next_id++;
    my $entry = {
      type => 'accepted', id => $id, from => $pdu->{source_addr}, to => $pdu->{destination_addr},
      coding => $pdu->{data_coding}, esm => $pdu->{esm_class}, hex => unpack('H*', $pdu->{short_message}),
      reference => unpack('n', $pdu->{user_message_reference} // "\0\0"), validity => $pdu->{validity_period},
      registered => $pdu->{registered_delivery},
    };
    note(%$entry);
    push @receipts, $entry;
    # Accepted, and gone before anybody hears of it.
    kill 'KILL', $$ if $set{crash} > 0 && --$set{crash} == 0;
  }
  push @answers, { due => time + $set{delay}, peer => $peer, seq => $pdu->{seq}, id => $id, status => $status };
}

sub answer {
  my ($answer) = @_;
  $unanswered--;
  $answer->{peer}->submit_sm_resp(message_id => $answer->{id}, seq => $answer->{seq}, status => $answer->{status});
}

sub send_waiting {
  my ($any) = values %bound;
  return if !$any || $set{deaf};
  my $peer = $any->{peer};
  while (my $message = shift @messages) {
    my $seq = deliver($peer, $message->{from}, $message->{to}, pack('H*', $message->{hex}), $message->{esm} // 0,
      $message->{coding} // 8, %{ $message->{tlv} // {} });
    $sent{$seq} = { peer => $peer, message => $message };
  }
  return unless $set{receipts};
  while (my $receipt = shift @receipts) {
    my $text = "id:$receipt->{id} sub:001 dlvrd:001 submit date:2603050900 done date:2603050900 stat:DELIVRD err:000 text:";
    my @reference = $set{references} ? (user_message_reference => pack('n', $receipt->{reference})) : ();
    my $seq = deliver($peer, $receipt->{to}, $receipt->{from}, $text, 0x04, 0, @reference);
    $sent{$seq} = { peer => $peer, receipt => $receipt };
  }
}

sub deliver {
  my ($peer, $from, $to, $text, $esm, $coding, @tlv) = @_;
  my $seq = $next_seq++;
  $peer->deliver_sm(async => 1, seq => $seq, source_addr_ton => 1, source_addr_npi => 1, source_addr => $from,
    dest_addr_ton => 0, dest_addr_npi => 1, destination_addr => $to, esm_class => $esm, data_coding => $coding,
    short_message => $text, @tlv);
  return $seq;
}

sub take_deliver_resp {
  my ($pdu) = @_;
  my $done = delete $sent{$pdu->{seq}} or return;
  if ($done->{receipt}) {
    if ($pdu->{status} == 0) { note(type => 'receipt_taken', id => $done->{receipt}{id}) }
    else { push @receipts, $done->{receipt} }
    return;
  }
  my $tag = $done->{message}{tag};
  event(event => 'answered', tag => $tag, status => $pdu->{status});
  if ($pdu->{status} == 0) { note(type => 'message_taken', tag => $tag) } else { push @messages, $done->{message} }
}
