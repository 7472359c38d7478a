<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="ko_KR">
<context>
    <name>ActWords</name>
    <message>
        <source>카드사에 이미 묻고 있어요. 조금 뒤에 다시 봐 주세요.</source>
        <translation>The card company is being asked already. Look again in a moment.</translation>
    </message>
    <message>
        <source>이미 손님에게 돌아간 돈이라 다시 물을 것이 없어요.</source>
        <translation>This money has gone back to the customer already: there is nothing to ask about.</translation>
    </message>
    <message>
        <source>이 화면이 지금 대답하지 않아요. 화면이 켜져 있는지 봐 주세요.</source>
        <translation>This screen does not answer now. Check that it is switched on.</translation>
    </message>
    <message>
        <source>이미 목록에 없어요.</source>
        <translation>It is not on the list any more.</translation>
    </message>
    <message>
        <source>이 기계가 다시 대답하고 있어요. 뺄 필요가 없어요.</source>
        <translation>This machine answers again. There is no need to take it off the list.</translation>
    </message>
    <message>
        <source>백업하지 못했어요. 백업 폴더와 남은 공간을 확인해 주세요.</source>
        <translation>The backup failed. Check the backup folder and how much room is left there.</translation>
    </message>
    <message>
        <source>다른 백업을 만드는 중이에요. 조금 뒤에 다시 해 주세요.</source>
        <translation>Another backup is being made. Try again in a moment.</translation>
    </message>
    <message>
        <source>지금은 카드 결제가 멈춰 있지 않아요.</source>
        <translation>Card payments are not stopped now.</translation>
    </message>
    <message>
        <source>이미 해결된 일이에요.</source>
        <translation>This is settled already.</translation>
    </message>
</context>
<context>
    <name>CauseTexts</name>
    <message>
        <source>카드사가 승인한 금액이 주문 금액과 달라요.</source>
        <translation>The card company approved another amount than the order&apos;s.</translation>
    </message>
    <message>
        <source>결제를 되돌리려 했지만 카드사가 받아들이지 않았어요.</source>
        <translation>The payment was to be reversed, but the card company refused.</translation>
    </message>
    <message>
        <source>카드사의 답을 장부에 적지 못해 결과를 몰라요.</source>
        <translation>The card company&apos;s answer could not be written down, so the outcome is not known.</translation>
    </message>
    <message>
        <source>백업 뒤에 오간 돈이라 이 장부에는 없던 일이에요.</source>
        <translation>This money moved after the backup, so these books did not know of it.</translation>
    </message>
    <message>
        <source>카드사가 환불을 받아들이지 않았어요.</source>
        <translation>The card company refused the refund.</translation>
    </message>
    <message>
        <source>카드사의 답이 제시간에 오지 않았어요.</source>
        <translation>The card company did not answer in time.</translation>
    </message>
    <message>
        <source>단말기와 연결이 끊겨 결과를 듣지 못했어요.</source>
        <translation>The line to the terminal was cut before it told the outcome.</translation>
    </message>
    <message>
        <source>단말기의 답을 읽을 수 없었어요.</source>
        <translation>The terminal&apos;s answer could not be read.</translation>
    </message>
    <message>
        <source>결제하는 동안 단말기 연결이 멈췄어요.</source>
        <translation>The terminal connection stopped during the payment.</translation>
    </message>
    <message>
        <source>결제하는 동안 결제 서버가 다시 켜졌어요.</source>
        <translation>The payment server restarted during the payment.</translation>
    </message>
    <message>
        <source>손님이 그만둔 뒤에 승인됐어요. 받은 돈을 되돌려요.</source>
        <translation>It was approved after the customer had given up. The money is being given back.</translation>
    </message>
    <message>
        <source>손님이 결제를 그만뒀어요. 받은 돈이 있으면 되돌려요.</source>
        <translation>The customer gave up the payment. Any money taken is being given back.</translation>
    </message>
    <message>
        <source>주문기가 답을 기다리지 않아요. 받은 돈이 있으면 되돌려요.</source>
        <translation>The kiosk no longer waits for the answer. Any money taken is being given back.</translation>
    </message>
    <message>
        <source>카드사는 이 결제를 몰라요. 늦게 들어와도 받지 않게 막아요.</source>
        <translation>The card company does not know this payment. It is being blocked in case it arrives late.</translation>
    </message>
    <message>
        <source>카드사에 말해 결제를 되돌렸어요.</source>
        <translation>The card company reversed the payment.</translation>
    </message>
    <message>
        <source>결제되지 않았고, 이제 결제될 수 없어요.</source>
        <translation>Nothing was charged, and nothing can be any more.</translation>
    </message>
    <message>
        <source>카드사에서 이미 되돌린 결제예요.</source>
        <translation>The card company had already reversed it.</translation>
    </message>
    <message>
        <source>카드사가 거절한 결제예요.</source>
        <translation>The card company declined this payment.</translation>
    </message>
    <message>
        <source>카드에서 돈이 빠지지 않았어요.</source>
        <translation>The card was not charged.</translation>
    </message>
    <message>
        <source>카드를 대지 않았어요.</source>
        <translation>No card was presented.</translation>
    </message>
    <message>
        <source>카드사가 거절했어요.</source>
        <translation>The card company declined it.</translation>
    </message>
    <message>
        <source>카드에 잔액이 부족했어요.</source>
        <translation>There was not enough money on the card.</translation>
    </message>
    <message>
        <source>카드 한도를 넘었어요.</source>
        <translation>It was over the card&apos;s limit.</translation>
    </message>
    <message>
        <source>카드의 유효 기간이 지났어요.</source>
        <translation>The card has expired.</translation>
    </message>
    <message>
        <source>카드를 읽지 못했어요.</source>
        <translation>The card could not be read.</translation>
    </message>
    <message>
        <source>단말기가 다른 결제를 하고 있었어요.</source>
        <translation>The terminal was busy with another payment.</translation>
    </message>
    <message>
        <source>단말기에 닿지 못했어요.</source>
        <translation>The terminal could not be reached.</translation>
    </message>
    <message>
        <source>단말기 설정이 맞지 않아요. 설치한 곳에 알려 주세요.</source>
        <translation>The terminal is set up wrongly. Please tell whoever installed it.</translation>
    </message>
    <message>
        <source>취소한 주문의 환불이에요.</source>
        <translation>It is the refund of a cancelled order.</translation>
    </message>
    <message>
        <source>만들 수 없던 것의 환불이에요.</source>
        <translation>It is the refund of what could not be made.</translation>
    </message>
    <message>
        <source>%1 · 결제 기록 %2번</source>
        <translation>%1 · Payment record %2</translation>
    </message>
    <message>
        <source>주문 %1번</source>
        <translation>Order %1</translation>
    </message>
    <message>
        <source>돌려줌</source>
        <translation>Paid back</translation>
    </message>
    <message>
        <source>사람이 돌려준 것으로 끝냄</source>
        <translation>Closed by a person as paid back</translation>
    </message>
    <message>
        <source>결제됨, 주문 %1번</source>
        <translation>Paid, order %1</translation>
    </message>
    <message>
        <source>돈이 빠지지 않음</source>
        <translation>Not charged</translation>
    </message>
    <message>
        <source>되돌림</source>
        <translation>Reversed</translation>
    </message>
    <message>
        <source>손님이 받아 감, 돈은 그대로</source>
        <translation>Customer was served, money kept</translation>
    </message>
    <message>
        <source>결제 확인 필요 · %1</source>
        <translation>Payment needs a check · %1</translation>
    </message>
    <message>
        <source>손님이 받아 갔으면 돈은 그대로 두고 끝내면 돼요.</source>
        <translation>If the customer was served, keep the money and settle it.</translation>
    </message>
    <message>
        <source>카드사에 물어본 뒤 끝내 주세요.</source>
        <translation>Please ask the card company, then settle it.</translation>
    </message>
    <message>
        <source>환불 확인 필요 · %1</source>
        <translation>Refund needs a check · %1</translation>
    </message>
    <message>
        <source>이미 손님에게 돌아갔으니 다시 돌려주지 마세요.</source>
        <translation>The customer already has it back: do not pay it again.</translation>
    </message>
    <message>
        <source>직접 돌려 드린 뒤 끝내 주세요.</source>
        <translation>Please pay it back by hand, then settle it.</translation>
    </message>
    <message>
        <source>결제 결과를 모름 · %1</source>
        <translation>Payment outcome unknown · %1</translation>
    </message>
    <message>
        <source>카드사에 계속 묻고 있어요. 다시 청구하지 않아요.</source>
        <translation>The card company is being asked again and again. Nobody is charged twice.</translation>
    </message>
    <message>
        <source>결제 되돌리는 중 · %1</source>
        <translation>Payment being given back · %1</translation>
    </message>
    <message>
        <source>될 때까지 카드사에 계속 요청해요.</source>
        <translation>The card company is asked until it is done.</translation>
    </message>
    <message>
        <source>환불이 아직 안 감 · %1</source>
        <translation>Refund not gone yet · %1</translation>
    </message>
    <message>
        <source>될 때까지 같은 환불을 다시 보내요. 두 번 돌려주지 않아요.</source>
        <translation>The same refund is sent until it is done. It is never paid twice.</translation>
    </message>
    <message>
        <source>환불 %1</source>
        <translation>Refund %1</translation>
    </message>
    <message>
        <source>결제 %1</source>
        <translation>Payment %1</translation>
    </message>
    <message>
        <source>%1 끝낸 이유: %2</source>
        <translation>%1 Closed because: %2</translation>
    </message>
</context>
<context>
    <name>EventWords</name>
    <message>
        <source>%1번째 것</source>
        <translation>unit %1</translation>
    </message>
    <message>
        <source>결제 %1</source>
        <translation>Paid %1</translation>
    </message>
    <message>
        <source>승인 %1</source>
        <translation>approval %1</translation>
    </message>
    <message>
        <source>만들기 시작</source>
        <translation>Making begun</translation>
    </message>
    <message>
        <source>대기로 되돌림</source>
        <translation>Put back into the queue</translation>
    </message>
    <message>
        <source>준비 완료</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>픽업 완료</source>
        <translation>Collected</translation>
    </message>
    <message>
        <source>만드는 중으로 되돌림</source>
        <translation>Taken back to making</translation>
    </message>
    <message>
        <source>픽업 대기로 되돌림</source>
        <translation>Taken back to the pickup</translation>
    </message>
    <message>
        <source>취소</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>%1 완성</source>
        <translation>%1 done</translation>
    </message>
    <message>
        <source>%1 못 만듦</source>
        <translation>%1 cannot be made</translation>
    </message>
    <message>
        <source>%1 완성 표시를 지움</source>
        <translation>%1 unticked</translation>
    </message>
    <message>
        <source>%1 다시 만들기</source>
        <translation>%1 made again</translation>
    </message>
    <message>
        <source>다시 부름</source>
        <translation>Called again</translation>
    </message>
    <message>
        <source>취소를 확인함 · 만든 것 없음</source>
        <translation>Cancel acknowledged · nothing was made</translation>
    </message>
    <message>
        <source>취소를 확인함 · 이미 만든 것: %1</source>
        <translation>Cancel acknowledged · made already: %1</translation>
    </message>
    <message>
        <source>환불 %1 시작</source>
        <translation>Refund of %1 begun</translation>
    </message>
    <message>
        <source>환불 %1: %2</source>
        <translation>Refund of %1: %2</translation>
    </message>
    <message>
        <source>결제 요청 %1</source>
        <translation>Payment of %1 asked for</translation>
    </message>
    <message>
        <source>결제: %1</source>
        <translation>Payment: %1</translation>
    </message>
</context>
<context>
    <name>NeedTexts</name>
    <message>
        <source>주문 잠시 멈추기</source>
        <translation>Pause ordering</translation>
    </message>
    <message>
        <source>확인하고 끝내기</source>
        <translation>Check and close</translation>
    </message>
    <message>
        <source>제가 갈게요</source>
        <translation>I will go</translation>
    </message>
    <message>
        <source>%1 응답 없음</source>
        <translation>%1 does not respond</translation>
    </message>
    <message>
        <source>이 주문기에서 주문할 수 없어요. 전원과 네트워크를 확인해 주세요.</source>
        <translation>Nobody can order there. Please check its power and network.</translation>
    </message>
    <message>
        <source>이 화면에 새 주문이 나타나지 않아요. 전원과 네트워크를 확인해 주세요.</source>
        <translation>New orders do not appear there. Please check its power and network.</translation>
    </message>
    <message>
        <source>손님이 번호를 볼 수 없어요. 번호를 불러 주세요.</source>
        <translation>Customers cannot see their numbers. Please call them out.</translation>
    </message>
    <message>
        <source>%1 뒤처짐</source>
        <translation>%1 is behind</translation>
    </message>
    <message>
        <source>결제 결과를 모름 · %1</source>
        <translation>Payment outcome unknown · %1</translation>
    </message>
    <message>
        <source>%1의 결제 결과를 카드사에 계속 묻고 있어요. 다시 청구하지 않아요.</source>
        <translation>We keep asking the card company about the payment at %1. Nothing is charged again.</translation>
    </message>
    <message>
        <source>결제 확인 필요 · %1</source>
        <translation>Payment needs a check · %1</translation>
    </message>
    <message>
        <source>%1의 결제를 프로그램이 판단할 수 없어요. 카드사에 확인해 주세요.</source>
        <translation>The program cannot judge the payment at %1. Please ask the card company.</translation>
    </message>
    <message>
        <source>%1번 환불 확인 필요 · %2</source>
        <translation>Refund of No. %1 needs a check · %2</translation>
    </message>
    <message>
        <source>카드사가 환불을 받아들이지 않았어요. 직접 돌려 드리고 끝내 주세요.</source>
        <translation>The card company did not accept the refund. Please pay it back by hand and close it.</translation>
    </message>
    <message>
        <source>%1번 환불이 늦어짐 · %2</source>
        <translation>Refund of No. %1 is late · %2</translation>
    </message>
    <message>
        <source>손님에게 돌려줄 돈이 아직 가지 않았어요. 같은 환불을 계속 시도해요.</source>
        <translation>The customer&apos;s money has not gone back yet. The same refund is being repeated.</translation>
    </message>
    <message>
        <source>결제 서버 응답 없음</source>
        <translation>The payment server does not respond</translation>
    </message>
    <message>
        <source>지금은 아무도 결제할 수 없고 이 화면도 지난 상태예요. 결제 서버를 확인해 주세요.</source>
        <translation>Nobody can pay now, and this window shows an old picture. Please check the payment server.</translation>
    </message>
    <message>
        <source>주문은 들어오는데 만드는 사람이 볼 수 없어요. 화면을 켜거나 주문을 멈춰 주세요.</source>
        <translation>Orders come in and nobody at the bar can see them. Please turn a screen on or pause ordering.</translation>
    </message>
    <message>
        <source>카드 결제 멈춤</source>
        <translation>Card payments have stopped</translation>
    </message>
    <message>
        <source>%1 도움 요청</source>
        <translation>%1 asks for help</translation>
    </message>
    <message>
        <source>손님이 도움을 기다리고 있어요.</source>
        <translation>A customer is waiting for help.</translation>
    </message>
    <message>
        <source>저장 공간 부족</source>
        <translation>Disk space is low</translation>
    </message>
    <message>
        <source>공간이 다 차면 주문을 받을 수 없어요. 필요 없는 파일을 지워 주세요.</source>
        <translation>When the disk is full, no orders can be taken. Please remove files you do not need.</translation>
    </message>
    <message>
        <source>컴퓨터 시계가 바뀜</source>
        <translation>The computer&apos;s clock jumped</translation>
    </message>
    <message>
        <source>결제 서버의 시계가 크게 움직였어요. 시간 설정을 확인해 주세요.</source>
        <translation>The payment server&apos;s clock moved a lot. Please check its time settings.</translation>
    </message>
    <message>
        <source>백업이 오래됨</source>
        <translation>The backup is old</translation>
    </message>
    <message>
        <source>백업에 없던 환불 · %1번 · %2</source>
        <translation>Refund of No. %1 not in the backup · %2</translation>
    </message>
    <message>
        <source>이미 손님에게 돌아간 돈이에요. 다시 돌려주지 말고 카드사 목록과 맞춰 보세요.</source>
        <translation>This money has already gone back to the customer. Do not pay it back again; compare it with the card company’s list.</translation>
    </message>
    <message>
        <source>백업에 없던 결제 · %1</source>
        <translation>Payment not in the backup · %1</translation>
    </message>
    <message>
        <source>%1에서 백업 뒤에 결제됐고 주문 기록이 없어요. 카드사 목록과 맞춰 보세요.</source>
        <translation>It was paid at %1 after the backup and there is no order for it. Compare it with the card company’s list.</translation>
    </message>
    <message>
        <source>정해 둔 시간 안에 백업이 만들어지지 않았어요. 백업 장치를 확인해 주세요.</source>
        <translation>No backup has been made within the time that was set. Please check the backup disk.</translation>
    </message>
    <message>
        <source>지금 다시 시도</source>
        <translation>Try again now</translation>
    </message>
    <message>
        <source>카드 다시 받기</source>
        <translation>Take cards again</translation>
    </message>
    <message>
        <source>지금 다시 묻기</source>
        <translation>Ask again now</translation>
    </message>
    <message>
        <source>지금 다시 환불하기</source>
        <translation>Try refund again</translation>
    </message>
    <message>
        <source>카드사에 다시 묻기</source>
        <translation>Ask the bank again</translation>
    </message>
    <message>
        <source>어떻게 하나요?</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>새로 고치게 하기</source>
        <translation>Refresh it</translation>
    </message>
    <message>
        <source>지금 백업</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>이 화면은 지난 상태를 보여 주고 있어요. 계속되면 화면을 껐다 켜 주세요.</source>
        <translation>This screen shows an old state. If that lasts, switch it off and on.</translation>
    </message>
    <message>
        <source>저절로 다시 시도해요.</source>
        <translation>It is tried again by itself.</translation>
    </message>
    <message>
        <source>%1에 저절로 다시 시도해요.</source>
        <translation>It is tried again by itself at %1.</translation>
    </message>
    <message>
        <source>매니저가 카드 결제를 멈췄어요. %1</source>
        <translation>A manager stopped card payments. %1</translation>
    </message>
    <message>
        <source>카드 결제가 계속 실패해서 쉬고 있어요. %1</source>
        <translation>Card payments kept failing and rest now. %1</translation>
    </message>
    <message>
        <source>새 주문은 멈췄어요. 기다리는 주문을 만들 수 있게 화면을 켜 주세요.</source>
        <translation>New orders are paused. Switch a screen on so that the waiting ones can be made.</translation>
    </message>
    <message>
        <source>카드사가 복원 뒤의 결제를 알려 주지 않음</source>
        <translation>The card company does not tell what was paid since the backup</translation>
    </message>
    <message>
        <source>백업 뒤에 결제된 것을 알아야 결제를 다시 받을 수 있어요. 카드사에 계속 묻고 있어요.</source>
        <translation>Nobody can pay until what was paid since the backup is known. The card company is being asked.</translation>
    </message>
    <message numerus="yes">
        <source>바리스타 화면 응답 없음 · 만들 주문 %n건</source>
        <translation>
            <numerusform>The bar’s screen does not respond · %n order to make</numerusform>
            <numerusform>The bar’s screen does not respond · %n orders to make</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderingWords</name>
    <message>
        <source>매일</source>
        <translation>every day</translation>
    </message>
    <message>
        <source>%1요일 빼고 매일</source>
        <translation>every day but %1</translation>
    </message>
    <message>
        <source>월</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>화</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>수</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>목</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>금</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>토</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>일</source>
        <translation>Sun</translation>
    </message>
    <message>
        <source>%1 하루 종일</source>
        <translation>%1, all day</translation>
    </message>
    <message>
        <source>다음 날 %1</source>
        <translation>%1 the next day</translation>
    </message>
    <message>
        <source>%1 %2~%3</source>
        <translation>%1, %2–%3</translation>
    </message>
    <message>
        <source>주문을 천천히 받고 있어요: 15분에 커피 약 %1잔까지. 끌 때까지 이어져요.</source>
        <translation>Ordering is slowed down: up to about %1 coffees in 15 minutes. This lasts until it is turned off.</translation>
    </message>
</context>
<context>
    <name>PaperTexts</name>
    <message>
        <source>%1 / %2쪽</source>
        <translation>Page %1 / %2</translation>
    </message>
</context>
<context>
    <name>PaymentWords</name>
    <message numerus="yes">
        <source>연달아 %n번 실패해서</source>
        <translation>
            <numerusform>%n failure in a row</numerusform>
            <numerusform>%n failures in a row</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>시험 결제 %n건이 잘 되어서</source>
        <translation>
            <numerusform>%n try went well</numerusform>
            <numerusform>%n tries went well</numerusform>
        </translation>
    </message>
    <message>
        <source>%1건 중 %2건이 실패해서</source>
        <translation>%2 of %1 failed</translation>
    </message>
    <message>
        <source>%1건 중 %2건이 느려서</source>
        <translation>%2 of %1 were slow</translation>
    </message>
    <message>
        <source>사람이 눌러서</source>
        <translation>by a person</translation>
    </message>
    <message>
        <source>다시 해 봤지만 실패해서</source>
        <translation>a try failed</translation>
    </message>
    <message>
        <source>다시 해 봤지만 느려서</source>
        <translation>a try was slow</translation>
    </message>
    <message>
        <source>쉬는 시간이 끝나서</source>
        <translation>the rest was over</translation>
    </message>
    <message>
        <source>멈춤</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>하나씩 시험</source>
        <translation>Tried one by one</translation>
    </message>
    <message>
        <source>다시 받음</source>
        <translation>Taken again</translation>
    </message>
    <message>
        <source>%1초</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>지난 1시간 동안 카드 결제가 없었어요.</source>
        <translation>Nobody paid by card in the last hour.</translation>
    </message>
    <message>
        <source>승인 %1건 · 거절 %2건 · 실패 %3건.</source>
        <translation>%1 approved · %2 declined · %3 failed.</translation>
    </message>
    <message>
        <source>응답은 보통 %1, 가장 오래 %2.</source>
        <translation>Answers usually take %1, at most %2.</translation>
    </message>
    <message>
        <source>%1 거절 %2건, 실패 %3건.</source>
        <translation>%1: %2 declined, %3 failed.</translation>
    </message>
</context>
<context>
    <name>ReportTexts</name>
    <message>
        <source>메뉴별</source>
        <translation>By item</translation>
    </message>
    <message>
        <source>메뉴</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>개수</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>매출</source>
        <translation>Sales</translation>
    </message>
    <message>
        <source>환불</source>
        <translation>Refunds</translation>
    </message>
    <message>
        <source>옵션별</source>
        <translation>By option</translation>
    </message>
    <message>
        <source>옵션</source>
        <translation>Option</translation>
    </message>
    <message>
        <source>추가 금액</source>
        <translation>Price difference</translation>
    </message>
    <message>
        <source>매장·포장과 주문기별</source>
        <translation>Here, to go and by kiosk</translation>
    </message>
    <message>
        <source>만들기</source>
        <translation>Making</translation>
    </message>
    <message>
        <source>만든 시간 (가운데 값 · 열에 아홉)</source>
        <translation>Making time (median · nine in ten)</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>약속보다 늦은 주문</source>
        <translation>Later than promised</translation>
    </message>
    <message>
        <source>%1건 / %2건 · 가운데 값 %3</source>
        <translation>%1 of %2 · median %3</translation>
    </message>
    <message>
        <source>다시 만듦 · %1</source>
        <translation>Made again · %1</translation>
    </message>
    <message>
        <source>버린 것</source>
        <translation>Thrown away</translation>
    </message>
    <message>
        <source>취소와 결제</source>
        <translation>Cancels and payments</translation>
    </message>
    <message>
        <source>거절된 결제</source>
        <translation>Declined payments</translation>
    </message>
    <message>
        <source>되돌린 결제</source>
        <translation>Voided payments</translation>
    </message>
    <message>
        <source>사람이 확인할 결제와 환불</source>
        <translation>Payments and refunds for a person to settle</translation>
    </message>
    <message>
        <source>주문 없이 받은 결제 (매출에 없음)</source>
        <translation>Payments kept without an order (not in sales)</translation>
    </message>
    <message>
        <source>다음 날로 넘어가는 주문</source>
        <translation>Orders that roll over</translation>
    </message>
    <message numerus="yes">
        <source>%n건</source>
        <translation>
            <numerusform>%n</numerusform>
            <numerusform>%n</numerusform>
        </translation>
    </message>
    <message>
        <source>합계</source>
        <translation>Totals</translation>
    </message>
    <message>
        <source>순매출</source>
        <translation>Net sales</translation>
    </message>
    <message>
        <source>공급가액</source>
        <translation>Supply value</translation>
    </message>
    <message>
        <source>부가세</source>
        <translation>VAT</translation>
    </message>
    <message>
        <source>면세</source>
        <translation>Exempt</translation>
    </message>
    <message>
        <source>음료와 음식</source>
        <translation>Drinks and food</translation>
    </message>
    <message>
        <source>시간별</source>
        <translation>By hour</translation>
    </message>
    <message>
        <source>시</source>
        <translation>Hour</translation>
    </message>
    <message>
        <source>%1시</source>
        <translation>%1:00</translation>
    </message>
</context>
<context>
    <name>StationTexts</name>
    <message>
        <source>곧 늦음 %1</source>
        <translation>Soon: %1</translation>
    </message>
    <message>
        <source>늦음 %1</source>
        <translation>Late: %1</translation>
    </message>
    <message>
        <source>다른 곳에서 먼저 바뀌었어요. 지금 상태를 보여 드려요.</source>
        <translation>Somebody else was first. This is how it stands now.</translation>
    </message>
    <message>
        <source>이 번호는 새 주문이 쓰고 있어 되돌릴 수 없어요.</source>
        <translation>A new order has this number now, so it cannot come back.</translation>
    </message>
    <message>
        <source>결제 서버가 모르는 주문이에요. 매니저를 불러 주세요.</source>
        <translation>The payment server does not know this order. Please call the manager.</translation>
    </message>
    <message>
        <source>처리되지 않았어요. 다시 눌러 주세요.</source>
        <translation>It was not carried out. Please press again.</translation>
    </message>
    <message>
        <source>연결됨 · 순번 %1까지</source>
        <translation>Connected · up to sequence %1</translation>
    </message>
    <message>
        <source>연결됨 · 순번 %1까지 · %2 전</source>
        <translation>Connected · up to sequence %1 · %2 ago</translation>
    </message>
    <message>
        <source>따라잡는 중 · 순번 %1 / %2</source>
        <translation>Catching up · sequence %1 of %2</translation>
    </message>
    <message>
        <source>연결하는 중 · %1 기준</source>
        <translation>Connecting · as of %1</translation>
    </message>
    <message>
        <source>연결하는 중</source>
        <translation>Connecting</translation>
    </message>
    <message>
        <source>연결 끊김 · 순번 %1까지</source>
        <translation>Cut off · up to sequence %1</translation>
    </message>
    <message>
        <source>연결 끊김 · 순번 %1까지 · %2 전</source>
        <translation>Cut off · up to sequence %1 · %2 ago</translation>
    </message>
    <message>
        <source>놓친 소식을 받고 있어요. 새 주문이 곧 나타나요.</source>
        <translation>Fetching what was missed. New orders appear in a moment.</translation>
    </message>
    <message>
        <source>%1초</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1분</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1시간 %2분</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>새 주문이 안 보일 수 있어요. 하던 일은 계속하세요. 연결되면 보내요.</source>
        <translation>New orders may be missing. Keep working: everything is sent once connected.</translation>
    </message>
    <message>
        <source>이미 손님에게 전달했어요.</source>
        <translation>It has been handed over already.</translation>
    </message>
    <message>
        <source>다른 자리에서 아직 안 만든 것으로 되돌렸어요.</source>
        <translation>Another station has marked it as not made yet.</translation>
    </message>
    <message>
        <source>다른 자리에서 이미 만들었어요.</source>
        <translation>Another station has made it already.</translation>
    </message>
    <message>
        <source>다른 자리에서 만들 수 없다고 했어요.</source>
        <translation>Another station has said that it cannot be made.</translation>
    </message>
    <message>
        <source>그 전에 취소된 주문이에요. 만들지 마세요.</source>
        <translation>The order was cancelled before. Do not make it.</translation>
    </message>
    <message>
        <source>에스프레소 바</source>
        <translation>Espresso bar</translation>
    </message>
    <message>
        <source>블렌더</source>
        <translation>Blender</translation>
    </message>
    <message>
        <source>음식</source>
        <translation>Food</translation>
    </message>
    <message>
        <source>새 주문이 왔어요.</source>
        <translation>A new order is here.</translation>
    </message>
    <message>
        <source>취소된 주문이 있어요.</source>
        <translation>An order was cancelled.</translation>
    </message>
    <message>
        <source>손님이 직원을 불러요.</source>
        <translation>A customer calls for help.</translation>
    </message>
    <message>
        <source>늦은 주문이 있어요.</source>
        <translation>An order is late.</translation>
    </message>
    <message>
        <source>그동안 온 주문이 있어요.</source>
        <translation>Orders came in the meantime.</translation>
    </message>
    <message>
        <source>다른 스테이션에서 대기로 되돌렸어요.</source>
        <translation>Another station put it back in the queue.</translation>
    </message>
    <message>
        <source>다른 스테이션에서 이미 완료했어요.</source>
        <translation>Another station has finished it already.</translation>
    </message>
    <message numerus="yes">
        <source>%1 외 %n개</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>모든 스테이션</source>
        <translation>All stations</translation>
    </message>
    <message>
        <source>내일 %1</source>
        <translation>tomorrow %1</translation>
    </message>
    <message>
        <source>%1월 %2일 %3</source>
        <translation>%2/%1 %3</translation>
    </message>
    <message>
        <source>M월 d일 (ddd)</source>
        <comment>date format</comment>
        <translation>ddd d MMM</translation>
    </message>
    <message>
        <source>%1원</source>
        <translation>₩%1</translation>
    </message>
</context>
<context>
    <name>StepTexts</name>
    <message>
        <source>언제부터인지 몰라요.</source>
        <translation>It is not known since when.</translation>
    </message>
    <message>
        <source>%1부터 (%2)</source>
        <translation>since %1 (%2)</translation>
    </message>
    <message>
        <source>대답이 없어요: %1</source>
        <translation>No answer: %1</translation>
    </message>
    <message>
        <source>기계 이름: %1</source>
        <translation>Name of the machine: %1</translation>
    </message>
    <message>
        <source>프로그램 버전: %1</source>
        <translation>Version of the program: %1</translation>
    </message>
    <message>
        <source>주문기 화면이 꺼져 있으면 전원을 켜 주세요.</source>
        <translation>If the kiosk is dark, switch it on.</translation>
    </message>
    <message>
        <source>화면이 멈춰 있으면 주문기를 껐다 켜 주세요. 주문과 결제 기록은 사라지지 않아요.</source>
        <translation>If its picture does not move, switch the kiosk off and on. No order and no payment is lost.</translation>
    </message>
    <message>
        <source>화면은 켜졌는데 연결되지 않았다고 하면 네트워크 선과 공유기를 봐 주세요.</source>
        <translation>If it is on but says that it is not connected, check the network cable and the router.</translation>
    </message>
    <message>
        <source>바리스타 화면이 꺼져 있으면 전원을 켜 주세요.</source>
        <translation>If the barista screen is dark, switch it on.</translation>
    </message>
    <message>
        <source>화면이 멈춰 있으면 껐다 켜 주세요. 기다리는 주문은 그대로 다시 나타나요.</source>
        <translation>If its picture does not move, switch it off and on. The waiting orders appear again.</translation>
    </message>
    <message>
        <source>픽업 화면이 꺼져 있으면 전원을 켜 주세요.</source>
        <translation>If the pickup board is dark, switch it on.</translation>
    </message>
    <message>
        <source>화면이 멈춰 있으면 껐다 켜 주세요.</source>
        <translation>If its picture does not move, switch it off and on.</translation>
    </message>
    <message>
        <source>시계가 %1 뒤로 갔어요.</source>
        <translation>The clock went back by %1.</translation>
    </message>
    <message>
        <source>시계가 %1 앞으로 갔어요.</source>
        <translation>The clock went forward by %1.</translation>
    </message>
    <message>
        <source>남은 공간: %1</source>
        <translation>Room left: %1</translation>
    </message>
    <message>
        <source>부족해진 때: %1</source>
        <translation>Low: %1</translation>
    </message>
    <message>
        <source>결제 서버가 있는 컴퓨터에서 휴지통을 비우고 필요 없는 파일을 지워 주세요.</source>
        <translation>On the computer of the payment server, empty the trash and delete files that nobody needs.</translation>
    </message>
    <message>
        <source>오래된 백업은 다른 디스크로 옮겨 주세요. 가장 새 백업은 남겨 두세요.</source>
        <translation>Move old backups to another disk. Leave the newest one where it is.</translation>
    </message>
    <message>
        <source>결제 서버의 데이터 폴더는 건드리지 마세요. 주문과 결제 기록이 들어 있어요.</source>
        <translation>Do not touch the payment server&apos;s data folder: the orders and payments are in it.</translation>
    </message>
    <message>
        <source>다 했으면 공간을 다시 재 주세요.</source>
        <translation>Then have the room measured again.</translation>
    </message>
    <message>
        <source>다시 재기</source>
        <translation>Measure again</translation>
    </message>
    <message>
        <source>바뀐 때: %1</source>
        <translation>Changed: %1</translation>
    </message>
    <message>
        <source>주문과 결제의 시간은 끊기지 않고 이어져요.</source>
        <translation>The times of orders and payments go on without a gap.</translation>
    </message>
    <message>
        <source>결제 서버가 있는 컴퓨터의 날짜, 시간, 시간대가 맞는지 봐 주세요.</source>
        <translation>On the computer of the payment server, check the date, the time and the time zone.</translation>
    </message>
    <message>
        <source>틀리면 시간 자동 설정을 켜 주세요.</source>
        <translation>If they are wrong, turn automatic time on.</translation>
    </message>
    <message>
        <source>시계를 고쳤으면 문 닫은 뒤에 결제 서버를 한 번 다시 켜 주세요. 그때부터 새 시계를 따라요.</source>
        <translation>If you set the clock, restart the payment server once after closing time. From then on it follows the new clock.</translation>
    </message>
    <message>
        <source>봤으면 확인했다고 알려 주세요.</source>
        <translation>When you have looked, say so here.</translation>
    </message>
    <message>
        <source>확인했어요</source>
        <translation>I have checked it</translation>
    </message>
    <message>
        <source>목록에서 빼기</source>
        <translation>Take off the list</translation>
    </message>
    <message>
        <source>마지막으로 받은 소식: 순번 %1 (그 뒤 소식 %2개를 못 받음)</source>
        <translation>Last news it received: no. %1 (it missed %2 since)</translation>
    </message>
    <message>
        <source>그동안 손님을 다른 주문기로 안내해 주세요.</source>
        <translation>Meanwhile send customers to another kiosk.</translation>
    </message>
    <message>
        <source>그동안 이 창 오른쪽의 주문 목록을 보고 바리스타에게 알려 주세요.</source>
        <translation>Meanwhile tell the barista the orders on the right of this window.</translation>
    </message>
    <message>
        <source>그동안 준비된 번호를 불러 주세요.</source>
        <translation>Meanwhile call the numbers that are ready.</translation>
    </message>
    <message>
        <source>이제 쓰지 않는 기계라면 아래의 ‘목록에서 빼기’를 눌러 주세요.</source>
        <translation>If this machine is no longer used, press “Take off the list” below.</translation>
    </message>
</context>
<context>
    <name>UnitWords</name>
    <message numerus="yes">
        <source>모두 %n개</source>
        <translation>
            <numerusform>The one</numerusform>
            <numerusform>All %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coffee::station::ActSheet</name>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>보내는 중</source>
        <translation>Sending</translation>
    </message>
</context>
<context>
    <name>coffee::station::AllDayStrip</name>
    <message numerus="yes">
        <source>%1, 만들 것 %n개</source>
        <translation>
            <numerusform>%1, %n to make</numerusform>
            <numerusform>%1, %n to make</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>모아 보기 · 만들 것 %n개</source>
        <translation>
            <numerusform>All day · %n to make</numerusform>
            <numerusform>All day · %n to make</numerusform>
        </translation>
    </message>
    <message>
        <source>모아 보기</source>
        <translation>All day</translation>
    </message>
</context>
<context>
    <name>coffee::station::AwayNotice</name>
    <message>
        <source>확인</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>표시한 것은 그대로예요.</source>
        <translation>What you ticked is as it was.</translation>
    </message>
    <message>
        <source>화면이 꺼져 있는 동안</source>
        <translation>While the screen was off</translation>
    </message>
    <message>
        <source>연결이 끊긴 동안</source>
        <translation>While cut off</translation>
    </message>
    <message numerus="yes">
        <source>새 주문 %n건</source>
        <translation>
            <numerusform>%n new order</numerusform>
            <numerusform>%n new orders</numerusform>
        </translation>
    </message>
    <message>
        <source>새 주문 없음</source>
        <translation>No new orders</translation>
    </message>
    <message numerus="yes">
        <source>%1 외 %n건</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coffee::station::ConnectionLine</name>
    <message numerus="yes">
        <source>%1 · 보내는 중 %n건</source>
        <translation>
            <numerusform>%1 · sending %n</numerusform>
            <numerusform>%1 · sending %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · 이 화면의 저장 장치 오류</source>
        <translation>%1 · this screen has a disk error</translation>
    </message>
</context>
<context>
    <name>coffee::station::HistoryPage</name>
    <message>
        <source>번호, 메뉴, 시각, 금액</source>
        <translation>Number, item, time, amount</translation>
    </message>
    <message>
        <source>주문을 번호, 메뉴, 시각이나 금액으로 찾기</source>
        <translation>Find orders by number, item, time or amount</translation>
    </message>
    <message>
        <source>기간</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>오늘</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>어제</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>최근 7일</source>
        <translation>Last 7 days</translation>
    </message>
    <message>
        <source>모두</source>
        <translation>All</translation>
    </message>
    <message>
        <source>상태</source>
        <translation>State</translation>
    </message>
    <message>
        <source>환불이 있음</source>
        <translation>Refunded</translation>
    </message>
    <message>
        <source>더 보기</source>
        <translation>Show more</translation>
    </message>
    <message>
        <source>주문 취소</source>
        <translation>Cancel order</translation>
    </message>
    <message>
        <source>환불</source>
        <translation>Refund</translation>
    </message>
    <message>
        <source>주문기</source>
        <translation>Kiosk</translation>
    </message>
    <message numerus="yes">
        <source>주문 %n건 · %1</source>
        <translation>
            <numerusform>%n order · %1</numerusform>
            <numerusform>%n orders · %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · 환불 %2</source>
        <translation>%1 · refunded %2</translation>
    </message>
    <message>
        <source>찾는 주문이 없어요</source>
        <translation>No such order</translation>
    </message>
    <message>
        <source>시각으로 찾으려면 하루를 골라 주세요: 오늘이나 어제.</source>
        <translation>To search by time, choose one day: today or yesterday.</translation>
    </message>
    <message>
        <source>기간을 넓히거나 번호, 메뉴를 다시 봐 주세요.</source>
        <translation>Choose more days, or look at the number and the item again.</translation>
    </message>
    <message>
        <source>%1, 환불 %2</source>
        <translation>%1, refunded %2</translation>
    </message>
    <message>
        <source>주문을 고르면 그 과정이 여기에 보여요.</source>
        <translation>Choose an order to see its story here.</translation>
    </message>
    <message>
        <source>이 컴퓨터에 지난 주문을 저장할 수 없어요. 디스크를 확인해 주세요.</source>
        <translation>Past orders cannot be kept on this computer. Please look at its disk.</translation>
    </message>
    <message>
        <source>지난 주문을 가져오고 있어요: %1 / %2</source>
        <translation>Reading past orders: %1 of %2</translation>
    </message>
    <message>
        <source>목록으로</source>
        <translation>Back to the list</translation>
    </message>
</context>
<context>
    <name>coffee::station::HoursSheet</name>
    <message>
        <source>영업시간</source>
        <translation>Opening hours</translation>
    </message>
    <message>
        <source>아직 몰라요</source>
        <translation>not known yet</translation>
    </message>
    <message>
        <source>지금: %1 (매니저가 정한 시간). 메뉴에 적힌 시간: %2.</source>
        <translation>Now: %1 (set by a manager). On the menu: %2.</translation>
    </message>
    <message>
        <source>지금: %1 (메뉴에 적힌 시간).</source>
        <translation>Now: %1 (from the menu).</translation>
    </message>
    <message>
        <source>메뉴에 적힌 시간으로 돌아가기</source>
        <translation>Back to the menu&apos;s hours</translation>
    </message>
    <message>
        <source>여는 시간</source>
        <translation>Opens at</translation>
    </message>
    <message>
        <source>닫는 시간</source>
        <translation>Closes at</translation>
    </message>
    <message>
        <source>여는 요일</source>
        <translation>Open on</translation>
    </message>
    <message>
        <source>이 시간이 아니면 주문기가 새 주문을 받지 않고 여는 시간을 알려 줘요. 바로 적용되고, 다시 바꿀 때까지 매주 이어져요.</source>
        <translation>At other times the kiosks take no new orders and say when the shop opens. This begins at once and lasts every week until it is changed.</translation>
    </message>
    <message>
        <source>이 시간으로 정하기</source>
        <translation>Set these hours</translation>
    </message>
    <message>
        <source>정하면: %1</source>
        <translation>Then: %1</translation>
    </message>
    <message>
        <source>요일을 하나 이상 골라 주세요.</source>
        <translation>Choose at least one day.</translation>
    </message>
    <message>
        <source>여는 시간과 닫는 시간이 같아요.</source>
        <translation>It opens and closes at the same time.</translation>
    </message>
    <message>
        <source>지금과 같아요.</source>
        <translation>As it is now.</translation>
    </message>
</context>
<context>
    <name>coffee::station::ManagerWindow</name>
    <message>
        <source>보내는 중</source>
        <translation>Sending</translation>
    </message>
    <message>
        <source>매니저</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>품절 관리</source>
        <translation>Sold out</translation>
    </message>
    <message>
        <source>주문 다시 받기</source>
        <translation>Resume ordering</translation>
    </message>
    <message>
        <source>새 주문을 받지 않고 있어요. %1에 저절로 다시 받아요.</source>
        <translation>No new orders are taken. Ordering resumes automatically at %1.</translation>
    </message>
    <message>
        <source>새 주문을 받지 않고 있어요.</source>
        <translation>No new orders are taken.</translation>
    </message>
    <message>
        <source>확인하는 중</source>
        <translation>Checking</translation>
    </message>
    <message>
        <source>결제 서버가 대답하지 않았어요. 다시 눌러 주세요.</source>
        <translation>The payment server did not answer. Please press again.</translation>
    </message>
    <message>
        <source>결제 서버가 대답하지 않았어요. PIN을 다시 넣으면 같은 요청을 한 번 더 확인해요. 두 번 처리되지 않아요.</source>
        <translation>The payment server did not answer. Enter the PIN again to ask about the same request; it is never carried out twice.</translation>
    </message>
    <message>
        <source>확인을 끝냈어요.</source>
        <translation>The check is closed.</translation>
    </message>
    <message>
        <source>%1을 돌려주고 있어요. 끝나면 주문에 환불 완료로 나타나요.</source>
        <translation>%1 is being paid back. The order shows it once it is done.</translation>
    </message>
    <message>
        <source>저장했어요: %1</source>
        <translation>Saved: %1</translation>
    </message>
    <message>
        <source>저장하지 못했어요: %1. 디스크를 확인해 주세요.</source>
        <translation>Could not save %1. Please look at the disk.</translation>
    </message>
    <message>
        <source>지금</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>주문</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>주문 조절</source>
        <translation>Limit ordering</translation>
    </message>
    <message>
        <source>카드 결제를 쉬고 있어 손님에게 잠시 기다려 달라고 안내하고 있어요.</source>
        <translation>Card payments rest; customers are asked to wait a moment.</translation>
    </message>
    <message>
        <source>백업하는 중이에요. 몇 분 걸릴 수 있어요.</source>
        <translation>Backing up. This may take minutes.</translation>
    </message>
    <message>
        <source>백업을 만들었어요.</source>
        <translation>The backup is made.</translation>
    </message>
    <message>
        <source>앞의 일을 보내는 중이에요. 잠시 뒤에 다시 눌러 주세요.</source>
        <translation>The act before this one is being sent. Press again in a moment.</translation>
    </message>
    <message>
        <source>결제 서버에 다시 묻고 있어요.</source>
        <translation>Asking the payment server again.</translation>
    </message>
    <message>
        <source>카드사에 다시 묻고 있어요. 대답하면 결제를 다시 받아요.</source>
        <translation>Asking the card company again. When it answers, payments go on.</translation>
    </message>
    <message>
        <source>%1 손님에게 직원이 간다고 알리고 있어요.</source>
        <translation>%1: telling the customer that somebody is coming.</translation>
    </message>
    <message>
        <source>카드사에 환불을 다시 보냈어요. 끝나면 목록에서 사라져요.</source>
        <translation>The refund was sent to the card company again. When it is done it leaves this list.</translation>
    </message>
    <message>
        <source>카드사에 다시 묻고 있어요. 답이 오면 목록에서 사라져요.</source>
        <translation>Asking the card company again. When it has answered this leaves the list.</translation>
    </message>
    <message>
        <source>%1에 새로 고치라고 했어요. 몇 초 뒤에 바뀌어요.</source>
        <translation>%1 was told to refresh. It changes in a few seconds.</translation>
    </message>
    <message>
        <source>공간을 다시 쟀어요. 넉넉하면 목록에서 사라져요.</source>
        <translation>The room was measured again. If it is enough this leaves the list.</translation>
    </message>
    <message>
        <source>확인한 것으로 적었어요.</source>
        <translation>Noted as checked.</translation>
    </message>
    <message>
        <source>목록에서 뺐어요: %1. 다시 켜지면 저절로 나타나요.</source>
        <translation>Taken off the list: %1. It comes back by itself when it is switched on.</translation>
    </message>
    <message numerus="yes">
        <source>카드 결제를 %n분 동안 멈췄어요.</source>
        <translation>
            <numerusform>Card payments are stopped for %n minute.</numerusform>
            <numerusform>Card payments are stopped for %n minutes.</numerusform>
        </translation>
    </message>
    <message>
        <source>결제 서버가 대답했어요.</source>
        <translation>The payment server answered.</translation>
    </message>
    <message>
        <source>결제 서버가 아직 대답하지 않아요. 계속 다시 시도해요.</source>
        <translation>The payment server does not answer yet. It is tried again all the time.</translation>
    </message>
    <message>
        <source>카드 결제를 다시 받아요.</source>
        <translation>Cards are taken again.</translation>
    </message>
    <message>
        <source>카드 결제를 한 건씩 시험해요. 잘 되면 저절로 모두 받아요.</source>
        <translation>Cards are tried one at a time. If that goes well all are taken again by themselves.</translation>
    </message>
    <message>
        <source>주문을 다시 받아요.</source>
        <translation>Orders are taken again.</translation>
    </message>
    <message numerus="yes">
        <source>주문을 %n분 동안 멈췄어요.</source>
        <translation>
            <numerusform>Ordering is paused for %n minute.</numerusform>
            <numerusform>Ordering is paused for %n minutes.</numerusform>
        </translation>
    </message>
    <message>
        <source>이제 주문하는 대로 받아요.</source>
        <translation>Now every order is taken as it comes.</translation>
    </message>
    <message numerus="yes">
        <source>이제 15분에 커피 약 %n잔만 받아요.</source>
        <translation>
            <numerusform>Now about %n coffee is taken in 15 minutes.</numerusform>
            <numerusform>Now about %n coffees are taken in 15 minutes.</numerusform>
        </translation>
    </message>
    <message>
        <source>영업시간을 바꿨어요: %1</source>
        <translation>The opening hours were changed: %1</translation>
    </message>
    <message>
        <source>메뉴에 적힌 시간으로 돌아갔어요.</source>
        <translation>The menu&apos;s hours hold again.</translation>
    </message>
    <message>
        <source>바꾸기</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>지금은 영업시간이 아니라서 새 주문을 받지 않아요 (%1).</source>
        <translation>No new orders: the shop is closed now (open %1).</translation>
    </message>
    <message>
        <source>영업시간 바꾸기</source>
        <translation>Change the hours</translation>
    </message>
    <message>
        <source>카드사에 물었어요. 답이 확실하면 저절로 끝나고, 아니면 할 일에 그대로 있어요.</source>
        <translation>The card company was asked. A certain answer closes the task by itself; otherwise it stays here.</translation>
    </message>
    <message>
        <source>할 일</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>할 일 %1</source>
        <comment>the page and its count</comment>
        <translation>Tasks %1</translation>
    </message>
    <message>
        <source>보고서·마감</source>
        <translation>Reports · close</translation>
    </message>
    <message>
        <source>%1
매장 비밀번호 6자리를 다 누르면 바로 처리돼요.</source>
        <translation>%1
It is done as soon as the six digits of the shop PIN are typed.</translation>
    </message>
    <message>
        <source>하루를 마감했어요: Z %1 · 순매출 %2</source>
        <translation>The day is closed: Z %1 · net sales %2</translation>
    </message>
</context>
<context>
    <name>coffee::station::MoneySheet</name>
    <message>
        <source>주문 %1 취소</source>
        <translation>Cancel order %1</translation>
    </message>
    <message>
        <source>주문 %1 환불</source>
        <translation>Refund order %1</translation>
    </message>
    <message>
        <source>확인하고 끝내기</source>
        <translation>Check and close</translation>
    </message>
    <message>
        <source>이유</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>하나를 골라 주세요.</source>
        <translation>Please choose one.</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>손님이 원해서</source>
        <translation>The customer asked for it</translation>
    </message>
    <message>
        <source>만들 수 없어서</source>
        <translation>It cannot be made</translation>
    </message>
    <message>
        <source>잘못된 주문이어서</source>
        <translation>The order was wrong</translation>
    </message>
    <message>
        <source>만드는 것을 멈추고 남은 결제 금액을 모두 돌려줘요. 바리스타 화면에 멈춤 표시가 떠요.</source>
        <translation>Making stops and the rest of the payment goes back. The bar sees a stop card.</translation>
    </message>
    <message>
        <source>돌려줄 것</source>
        <translation>What to pay back</translation>
    </message>
    <message>
        <source>돌려줄 것을 모두 골라 주세요.</source>
        <translation>Please choose everything to pay back.</translation>
    </message>
    <message>
        <source>맛이나 품질 때문에</source>
        <translation>Taste or quality</translation>
    </message>
    <message>
        <source>잘못 만들어서</source>
        <translation>It was made wrong</translation>
    </message>
    <message>
        <source>오래 기다려서</source>
        <translation>It took too long</translation>
    </message>
    <message>
        <source>카드사에 확인한 결과</source>
        <translation>What the card company says</translation>
    </message>
    <message>
        <source>손님에게 돌려줬어요</source>
        <translation>The customer was paid back</translation>
    </message>
    <message>
        <source>돈이 빠지지 않았어요</source>
        <translation>Nothing was taken</translation>
    </message>
    <message>
        <source>빠진 돈을 되돌렸어요</source>
        <translation>What was taken went back</translation>
    </message>
    <message>
        <source>카드사에 전화로 확인</source>
        <translation>Called the card company</translation>
    </message>
    <message>
        <source>단말기 영수증으로 확인</source>
        <translation>Checked the terminal&apos;s receipt</translation>
    </message>
    <message>
        <source>현금으로 돌려줌</source>
        <translation>Paid back in cash</translation>
    </message>
    <message>
        <source>PIN 입력하기</source>
        <translation>Enter the PIN</translation>
    </message>
    <message>
        <source>%1 돌려주기</source>
        <translation>Pay back %1</translation>
    </message>
    <message>
        <source>하루 마감</source>
        <translation>Close the day</translation>
    </message>
    <message>
        <source>지금 백업</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>손님이 받아 갔어요 — 돈은 그대로</source>
        <translation>The customer was served — the money stays</translation>
    </message>
    <message>
        <source>%1. 끝내면 할 일에서 빠지고, 누가 왜 끝냈는지 기록에 남아요.</source>
        <translation>%1. Settling takes it off the tasks; who did it and why stays in the log.</translation>
    </message>
    <message>
        <source>주문 %1번을 취소하고 %2을 돌려줘요.</source>
        <translation>Order %1 is cancelled and %2 is paid back.</translation>
    </message>
    <message>
        <source>주문 %1번에서 %2을 결제한 카드로 돌려줘요.</source>
        <translation>%2 of order %1 goes back to the card that paid.</translation>
    </message>
    <message>
        <source>%1 · Z %2 · 순매출 %3 · 끝나지 않은 주문 %4건. 마감하면 바꿀 수 없어요. 끝나지 않은 주문은 다음 날로 넘어가요.</source>
        <translation>%1 · Z %2 · net sales %3 · orders still open: %4. What is closed cannot be changed. Open orders go over to the next day.</translation>
    </message>
    <message>
        <source>주문과 결제 기록 전체를 백업 폴더에 복사해요. 주문은 계속 받아요. 몇 분 걸릴 수 있어요.</source>
        <translation>The whole log of orders and payments is copied to the backup folder. Ordering goes on. This may take a few minutes.</translation>
    </message>
    <message>
        <source>%1 건을 사람이 확인한 것으로 끝내요.</source>
        <translation>%1 is settled as checked by a person.</translation>
    </message>
    <message>
        <source>다른 이유로</source>
        <translation>Another reason</translation>
    </message>
    <message>
        <source>고른 것의 값만 결제한 카드로 돌려줘요. 나머지는 그대로예요.</source>
        <translation>Only the price of what you choose goes back to the card that paid. The rest stays as it is.</translation>
    </message>
</context>
<context>
    <name>coffee::station::NeedSheet</name>
    <message>
        <source>알고 있는 것</source>
        <translation>What is known</translation>
    </message>
    <message>
        <source>이렇게 해 주세요</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>이제 괜찮아요. 닫아도 돼요.</source>
        <translation>It is fine again. You can close this.</translation>
    </message>
</context>
<context>
    <name>coffee::station::NeedsPanel</name>
    <message>
        <source>지금 확인할 일</source>
        <translation>Needs you now</translation>
    </message>
    <message numerus="yes">
        <source>지금 확인할 일 %n건</source>
        <translation>
            <numerusform>Needs you now: %n</numerusform>
            <numerusform>Needs you now: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>모두 정상</source>
        <translation>All is well</translation>
    </message>
    <message>
        <source>언제부터인지 몰라요</source>
        <translation>Since an unknown time</translation>
    </message>
    <message>
        <source>%1부터 · %2째</source>
        <translation>Since %1 · for %2</translation>
    </message>
</context>
<context>
    <name>coffee::station::OrderingSheet</name>
    <message>
        <source>주문 조절</source>
        <translation>Limit ordering</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>잠시 멈추기</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>주문 잠시 멈추기</source>
        <translation>Pause ordering</translation>
    </message>
    <message>
        <source>주문 다시 받기</source>
        <translation>Resume ordering</translation>
    </message>
    <message>
        <source>지금은 멈추지 않았어요.</source>
        <translation>Not paused now.</translation>
    </message>
    <message>
        <source>새 주문을 받지 않고 있어요.</source>
        <translation>No new orders are taken.</translation>
    </message>
    <message>
        <source>%1까지 새 주문을 받지 않아요.</source>
        <translation>No new orders until %1.</translation>
    </message>
    <message>
        <source>천천히 받기</source>
        <translation>Slow down</translation>
    </message>
    <message>
        <source>바꾸기 · 끄기</source>
        <translation>Change or turn off</translation>
    </message>
    <message>
        <source>지금은 손님이 주문하는 대로 받고 있어요.</source>
        <translation>Every order is taken as it comes now.</translation>
    </message>
    <message>
        <source>영업시간</source>
        <translation>Opening hours</translation>
    </message>
    <message>
        <source>영업시간 바꾸기</source>
        <translation>Change the hours</translation>
    </message>
    <message>
        <source>%1 · 매니저가 정한 시간</source>
        <translation>%1 · set by a manager</translation>
    </message>
    <message>
        <source>%1 · 메뉴에 적힌 시간</source>
        <translation>%1 · from the menu</translation>
    </message>
    <message>
        <source>아직 몰라요.</source>
        <translation>Not known yet.</translation>
    </message>
</context>
<context>
    <name>coffee::station::OrdersPanel</name>
    <message>
        <source>주문</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>주문 번호로 찾기</source>
        <translation>Find by order number</translation>
    </message>
    <message>
        <source>주문이 없어요</source>
        <translation>No orders</translation>
    </message>
    <message>
        <source>결제된 주문이 여기에 나타나요.</source>
        <translation>Paid orders appear here.</translation>
    </message>
    <message>
        <source>%1 · 환불 중 %2</source>
        <translation>%1 · paying back %2</translation>
    </message>
    <message>
        <source>%1 · 환불 완료 %2</source>
        <translation>%1 · paid back %2</translation>
    </message>
    <message>
        <source>주문 취소</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>주문 %1 취소</source>
        <translation>Cancel order %1</translation>
    </message>
    <message>
        <source>환불</source>
        <translation>Refund</translation>
    </message>
    <message>
        <source>주문 %1 환불</source>
        <translation>Refund order %1</translation>
    </message>
</context>
<context>
    <name>coffee::station::PauseSheet</name>
    <message>
        <source>주문 잠시 멈추기</source>
        <translation>Pause ordering</translation>
    </message>
    <message>
        <source>얼마나 멈출까요?</source>
        <translation>For how long?</translation>
    </message>
    <message numerus="yes">
        <source>%n분</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>손님에게 보일 말 (한국어)</source>
        <translation>What customers read (Korean)</translation>
    </message>
    <message>
        <source>손님에게 보일 말 (영어)</source>
        <translation>What customers read (English)</translation>
    </message>
    <message numerus="yes">
        <source>%n분 동안 멈추기</source>
        <translation>
            <numerusform>Pause for %n minute</numerusform>
            <numerusform>Pause for %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>그동안 새 주문을 받지 않아요. 이미 결제된 주문은 그대로 만들어요. 시간이 지나면 저절로 다시 받고, 그 전에도 언제든 다시 받을 수 있어요.</source>
        <translation>No new orders meanwhile. What is paid is made as usual. It ends by itself, and you can end it earlier at any time.</translation>
    </message>
</context>
<context>
    <name>coffee::station::PaymentChart</name>
    <message>
        <source>지난 1시간의 카드 결제</source>
        <translation>Card payments of the last hour</translation>
    </message>
    <message>
        <source>거절 (건)</source>
        <translation>Declined</translation>
    </message>
    <message>
        <source>실패 (건)</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>보통 응답 시간 (초)</source>
        <translation>Usual answer (seconds)</translation>
    </message>
</context>
<context>
    <name>coffee::station::PaymentsCard</name>
    <message>
        <source>카드 결제</source>
        <translation>Card payments</translation>
    </message>
    <message>
        <source>카드 결제 멈추기</source>
        <translation>Stop card payments</translation>
    </message>
    <message>
        <source>지금 다시 시도</source>
        <translation>Try again now</translation>
    </message>
    <message>
        <source>카드 다시 받기</source>
        <translation>Take cards again</translation>
    </message>
    <message>
        <source>지난 1시간의 변화</source>
        <translation>Changes in the last hour</translation>
    </message>
    <message>
        <source>%1 · %2부터</source>
        <translation>%1 · since %2</translation>
    </message>
    <message>
        <source>받고 있어요</source>
        <translation>Taking cards</translation>
    </message>
    <message>
        <source>멈췄어요</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>%1 · %2에 저절로 다시 시도</source>
        <translation>%1 · tried again by itself at %2</translation>
    </message>
    <message>
        <source>한 건씩 시험하고 있어요</source>
        <translation>Tried one at a time</translation>
    </message>
    <message>
        <source>진행 중 %1건 · 차례 기다림 %2건 · 결과 모름 %3건</source>
        <translation>%1 under way · %2 waiting their turn · %3 with unknown outcome</translation>
    </message>
    <message>
        <source>결과 모름 %1건</source>
        <translation>%1 with unknown outcome</translation>
    </message>
    <message>
        <source>지난 1시간의 결제를 아직 듣지 못했어요.</source>
        <translation>The last hour&apos;s payments are not known yet.</translation>
    </message>
    <message numerus="yes">
        <source>그 전에 %n번 더</source>
        <translation>
            <numerusform>%n more before that</numerusform>
            <numerusform>%n more before that</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coffee::station::QuarterPicker</name>
    <message>
        <source>1시간</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>15분</source>
        <translation>15 min</translation>
    </message>
    <message>
        <source>%1, 1시간 앞당기기</source>
        <translation>%1, one hour earlier</translation>
    </message>
    <message>
        <source>%1, 15분 앞당기기</source>
        <translation>%1, 15 minutes earlier</translation>
    </message>
    <message>
        <source>%1, 15분 늦추기</source>
        <translation>%1, 15 minutes later</translation>
    </message>
    <message>
        <source>%1, 1시간 늦추기</source>
        <translation>%1, one hour later</translation>
    </message>
</context>
<context>
    <name>coffee::station::ReadyColumn</name>
    <message>
        <source>픽업 대기 %1</source>
        <translation>To be picked up: %1</translation>
    </message>
    <message>
        <source>기다리는 손님이 없어요</source>
        <translation>Nobody is waiting</translation>
    </message>
    <message>
        <source>완료한 주문이 여기에 나타나요.</source>
        <translation>Finished orders appear here.</translation>
    </message>
</context>
<context>
    <name>coffee::station::ReadyRow</name>
    <message>
        <source>전달했어요</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>보내는 중</source>
        <translation>Sending</translation>
    </message>
    <message>
        <source>%1 대기</source>
        <translation>%1 waiting</translation>
    </message>
    <message>
        <source>주문 %1 다시 부르기</source>
        <translation>Call order %1 again</translation>
    </message>
    <message>
        <source>픽업 완료</source>
        <translation>Collected</translation>
    </message>
    <message>
        <source>주문 %1 픽업 완료</source>
        <translation>Order %1 collected</translation>
    </message>
    <message>
        <source>되돌리기 %1</source>
        <translation>Undo %1</translation>
    </message>
    <message>
        <source>다시 만드는 중</source>
        <translation>Being made again</translation>
    </message>
    <message>
        <source>이제 되찾기에 있어요</source>
        <translation>It is in Recall now</translation>
    </message>
    <message>
        <source>되돌리기</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>주문 %1 만드는 중으로 되돌리기</source>
        <translation>Take order %1 back to making</translation>
    </message>
    <message>
        <source>%1 못 만듦</source>
        <translation>%1 not made</translation>
    </message>
    <message>
        <source>모두 완료</source>
        <translation>all made</translation>
    </message>
    <message>
        <source>호출</source>
        <translation>Call</translation>
    </message>
</context>
<context>
    <name>coffee::station::RecallReasonSheet</name>
    <message>
        <source>잘못 누름</source>
        <translation>Tapped by mistake</translation>
    </message>
    <message>
        <source>빠진 것이 있음</source>
        <translation>Something is missing</translation>
    </message>
    <message>
        <source>손님이 다시 가져옴</source>
        <translation>The customer brought it back</translation>
    </message>
    <message>
        <source>다른 이유</source>
        <translation>Another reason</translation>
    </message>
    <message>
        <source>주문 %1 되돌리기</source>
        <translation>Take back order %1</translation>
    </message>
    <message>
        <source>이유</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>하나를 골라 주세요.</source>
        <translation>Please choose one.</translation>
    </message>
    <message>
        <source>픽업 대기로 돌아와요. 주문한 시각은 그대로예요.</source>
        <translation>It goes back to the pickup. The time of the order stays.</translation>
    </message>
    <message>
        <source>만드는 중으로 돌아와요. 주문한 시각과 순서는 그대로예요.</source>
        <translation>It goes back to making. Its time and its place in the queue stay.</translation>
    </message>
    <message>
        <source>되돌리기</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>coffee::station::RecallSheet</name>
    <message>
        <source>되찾기</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>끝난 주문 찾기</source>
        <translation>Find a finished order</translation>
    </message>
    <message>
        <source>끝난 주문이 없어요</source>
        <translation>No finished orders</translation>
    </message>
    <message>
        <source>완료하거나 전달한 주문이 여기에 남아요.</source>
        <translation>Orders that were finished or handed over stay here.</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>번호, 메뉴, 시각(14:05)으로 찾기</source>
        <translation>Find by number, item or time (14:05)</translation>
    </message>
    <message>
        <source>다시 부르기</source>
        <translation>Call again</translation>
    </message>
    <message>
        <source>주문 %1 다시 부르기</source>
        <translation>Call order %1 again</translation>
    </message>
    <message>
        <source>주문 %1 다시 만들기</source>
        <translation>Make order %1 again</translation>
    </message>
    <message>
        <source>지난 주문 더 보기</source>
        <translation>More of today</translation>
    </message>
    <message>
        <source>오래된 주문이라 되찾을 수 없어요.</source>
        <translation>Too long ago to be recalled.</translation>
    </message>
    <message>
        <source>오늘의 지난 주문을 찾고 있어요.</source>
        <translation>Looking through today&apos;s earlier orders.</translation>
    </message>
    <message>
        <source>연결이 끊겨 최근 주문만 보여요. 연결되면 이어서 찾아요.</source>
        <translation>Not connected: only the latest orders are shown. The search goes on once connected.</translation>
    </message>
    <message>
        <source>오늘 주문은 여기까지예요.</source>
        <translation>These are all of today&apos;s orders.</translation>
    </message>
    <message>
        <source>찾는 주문이 없어요</source>
        <translation>No such order</translation>
    </message>
    <message>
        <source>오늘 끝난 주문을 모두 찾아봤어요. 번호나 메뉴를 다시 봐 주세요.</source>
        <translation>Every order that was finished today was looked at. Please check the number or the item.</translation>
    </message>
    <message>
        <source>만드는 중으로 되돌리기</source>
        <translation>Back to making</translation>
    </message>
    <message>
        <source>주문 %1 만드는 중으로 되돌리기</source>
        <translation>Take order %1 back to making</translation>
    </message>
    <message>
        <source>다시 만들기 (무료)</source>
        <translation>Make again (free)</translation>
    </message>
    <message>
        <source>여기 완료, 다른 자리에서 만드는 중</source>
        <translation>Done here, still made elsewhere</translation>
    </message>
    <message>
        <source>픽업 대기로 되돌리기</source>
        <translation>Back to the pickup</translation>
    </message>
    <message>
        <source>주문 %1 픽업 대기로 되돌리기</source>
        <translation>Order %1 back to the pickup</translation>
    </message>
</context>
<context>
    <name>coffee::station::RemakeSheet</name>
    <message>
        <source>잘못 만듦</source>
        <translation>Made wrong</translation>
    </message>
    <message>
        <source>쏟음</source>
        <translation>Spilled</translation>
    </message>
    <message>
        <source>손님이 맛이나 온도를 말함</source>
        <translation>Taste or temperature was wrong</translation>
    </message>
    <message>
        <source>다른 이유</source>
        <translation>Another reason</translation>
    </message>
    <message>
        <source>주문 %1 다시 만들기</source>
        <translation>Make order %1 again</translation>
    </message>
    <message>
        <source>다시 만들 것</source>
        <translation>What to make again</translation>
    </message>
    <message>
        <source>다시 만들 것을 모두 골라 주세요.</source>
        <translation>Choose everything to make again.</translation>
    </message>
    <message>
        <source>이유</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>하나를 골라 주세요.</source>
        <translation>Please choose one.</translation>
    </message>
    <message>
        <source>돈은 다시 받지 않아요. 만든 것은 버린 음료로 적고, 주문은 만드는 중으로 돌아와요.</source>
        <translation>Nothing is charged again. What was made is noted as waste, and the order goes back to being made.</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message numerus="yes">
        <source>%n개 다시 만들기</source>
        <translation>
            <numerusform>Make %n again</numerusform>
            <numerusform>Make %n again</numerusform>
        </translation>
    </message>
    <message>
        <source>다시 만들기</source>
        <translation>Make again</translation>
    </message>
</context>
<context>
    <name>coffee::station::ReportView</name>
    <message>
        <source>순매출</source>
        <translation>Net sales</translation>
    </message>
    <message>
        <source>주문 %1 · 음료와 음식 %2개</source>
        <translation>Orders: %1 · %2 drinks and food</translation>
    </message>
    <message>
        <source>매출</source>
        <translation>Sales</translation>
    </message>
    <message>
        <source>결제한 때 기준</source>
        <translation>when they were paid</translation>
    </message>
    <message>
        <source>환불</source>
        <translation>Refund</translation>
    </message>
    <message>
        <source>%1 · 돌려준 때 기준</source>
        <translation>Refunds: %1 · when they went back</translation>
    </message>
    <message>
        <source>부가세</source>
        <translation>VAT</translation>
    </message>
    <message>
        <source>공급가액 %1 · 면세 %2</source>
        <translation>Supply value %1 · exempt %2</translation>
    </message>
    <message>
        <source>%1시</source>
        <translation>%1:00</translation>
    </message>
    <message>
        <source>시간별 매출 (천 원)</source>
        <translation>Sales by hour (thousand won)</translation>
    </message>
    <message>
        <source>많이 나간 메뉴 (개)</source>
        <translation>Most sold items (units)</translation>
    </message>
</context>
<context>
    <name>coffee::station::ReportsPage</name>
    <message>
        <source>오늘 지금까지 (X)</source>
        <translation>Today so far (X)</translation>
    </message>
    <message>
        <source>더 보기</source>
        <translation>Show more</translation>
    </message>
    <message>
        <source>CSV로 저장</source>
        <translation>Save as CSV</translation>
    </message>
    <message>
        <source>하루 마감</source>
        <translation>Close the day</translation>
    </message>
    <message>
        <source>Z %1 · %2</source>
        <translation>Z %1 · %2</translation>
    </message>
    <message>
        <source>보고서를 읽고 있어요.</source>
        <translation>Reading the report.</translation>
    </message>
    <message>
        <source>순번 %1 ~ %2</source>
        <translation>Sequence %1 to %2</translation>
    </message>
    <message>
        <source>%1 · %2에 %3 기록, 바꿀 수 없음</source>
        <translation>%1 · written %2 by %3, cannot be changed</translation>
    </message>
    <message>
        <source>이 합계는 결제 서버가 마감할 때 적은 합계와 달라요. 장부를 확인해야 해요: coffeectl verify</source>
        <translation>These totals are not those that the payment daemon wrote at closing. The books must be checked: coffeectl verify</translation>
    </message>
    <message>
        <source>PDF로 저장</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>%1 ~ %2</source>
        <translation>%1 to %2</translation>
    </message>
</context>
<context>
    <name>coffee::station::SettingsSheet</name>
    <message>
        <source>설정</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>이 화면에서 만드는 것</source>
        <translation>What this screen makes</translation>
    </message>
    <message>
        <source>하나 이상 골라 주세요.</source>
        <translation>Choose at least one.</translation>
    </message>
    <message>
        <source>소리 크기</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>소리 들어 보기</source>
        <translation>Try the sounds</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>하나는 골라야 주문이 보여요.</source>
        <translation>Without a choice no order would be shown.</translation>
    </message>
</context>
<context>
    <name>coffee::station::ShopPanel</name>
    <message>
        <source>지금과 오늘</source>
        <translation>Now and today</translation>
    </message>
    <message>
        <source>프로그램</source>
        <translation>Programs</translation>
    </message>
    <message>
        <source>대기</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>만드는 중</source>
        <translation>Making</translation>
    </message>
    <message>
        <source>픽업 대기</source>
        <translation>To be picked up</translation>
    </message>
    <message>
        <source>예상 대기</source>
        <translation>Expected wait</translation>
    </message>
    <message>
        <source>결제</source>
        <translation>Payments</translation>
    </message>
    <message>
        <source>오늘 매출</source>
        <translation>Sales today</translation>
    </message>
    <message>
        <source>오늘 환불</source>
        <translation>Refunds today</translation>
    </message>
    <message>
        <source>오늘 취소</source>
        <translation>Cancelled today</translation>
    </message>
    <message numerus="yes">
        <source>%n건</source>
        <translation>
            <numerusform>%n</numerusform>
            <numerusform>%n</numerusform>
        </translation>
    </message>
    <message>
        <source>없음</source>
        <translation>None</translation>
    </message>
    <message>
        <source>%1번이 %2째</source>
        <translation>No. %1 for %2</translation>
    </message>
    <message>
        <source>모름</source>
        <translation>Unknown</translation>
    </message>
    <message numerus="yes">
        <source>만들 것 %n개</source>
        <translation>
            <numerusform>%n to make</numerusform>
            <numerusform>%n to make</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>주문 %n건</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 진행 중</source>
        <translation>%1 under way</translation>
    </message>
    <message numerus="yes">
        <source>환불 %n건</source>
        <translation>
            <numerusform>%n refund</numerusform>
            <numerusform>%n refunds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>버린 음료 %n개</source>
        <translation>
            <numerusform>%n wasted</numerusform>
            <numerusform>%n wasted</numerusform>
        </translation>
    </message>
    <message>
        <source>정상</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>멈춤</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>시험 중</source>
        <translation>On trial</translation>
    </message>
    <message>
        <source>진행 중 %1 · 거절 %2</source>
        <translation>%1 running · %2 declined</translation>
    </message>
    <message>
        <source>결과 모름 %1 · 확인 필요 %2</source>
        <translation>%1 unknown · %2 to check</translation>
    </message>
    <message numerus="yes">
        <source>%n건 뒤처짐</source>
        <translation>
            <numerusform>%n event behind</numerusform>
            <numerusform>%n events behind</numerusform>
        </translation>
    </message>
    <message>
        <source>뒤처짐</source>
        <translation>Behind</translation>
    </message>
    <message>
        <source>응답 없음</source>
        <translation>No response</translation>
    </message>
    <message>
        <source>%1부터</source>
        <translation>Since %1</translation>
    </message>
    <message>
        <source>순번 %1</source>
        <translation>seq. %1</translation>
    </message>
    <message>
        <source>버전이 달라요</source>
        <translation>Another version</translation>
    </message>
    <message>
        <source>결제 서버와 다른 버전</source>
        <translation>not the payment server&apos;s version</translation>
    </message>
    <message numerus="yes">
        <source>소식 %n개 못 받음</source>
        <translation>
            <numerusform>missed %n update</numerusform>
            <numerusform>missed %n updates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coffee::station::SlowSheet</name>
    <message>
        <source>주문 천천히 받기</source>
        <translation>Slow ordering down</translation>
    </message>
    <message>
        <source>지금은 손님이 주문하는 대로 받고 있어요.</source>
        <translation>Every order is taken as it comes now.</translation>
    </message>
    <message>
        <source>15분 동안 얼마나 받을까요?</source>
        <translation>How much in 15 minutes?</translation>
    </message>
    <message numerus="yes">
        <source>만들 시간 %n분</source>
        <translation>
            <numerusform>%n minute of making</numerusform>
            <numerusform>%n minutes of making</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>커피 약 %n잔</source>
        <translation>
            <numerusform>about %n coffee</numerusform>
            <numerusform>about %n coffees</numerusform>
        </translation>
    </message>
    <message>
        <source>제한 없음</source>
        <translation>No limit</translation>
    </message>
    <message>
        <source>주문하는 대로</source>
        <translation>as it comes</translation>
    </message>
    <message>
        <source>지난 15분에 받은 주문을 만드는 데 드는 시간을 더해, 고른 시간을 넘는 주문은 조금 뒤에 받아요. 그 손님은 결제하기 전에 잠시 기다려 달라는 안내를 봐요. 이미 받은 주문은 그대로예요.</source>
        <translation>The making times of the orders of the last 15 minutes are added up; an order beyond the chosen time is taken a little later. That customer is asked to wait a moment before paying. Orders that were taken stay as they are.</translation>
    </message>
    <message>
        <source>제한 없이 받기</source>
        <translation>Take all orders</translation>
    </message>
    <message numerus="yes">
        <source>15분에 커피 약 %n잔만 받기</source>
        <translation>
            <numerusform>Take about %n coffee in 15 minutes</numerusform>
            <numerusform>Take about %n coffees in 15 minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>지금과 같아요.</source>
        <translation>As it is now.</translation>
    </message>
</context>
<context>
    <name>coffee::station::SoldOutSheet</name>
    <message>
        <source>품절 관리</source>
        <translation>Sold out</translation>
    </message>
    <message>
        <source>메뉴 이름이나 초성으로 찾기</source>
        <translation>Find an item by name</translation>
    </message>
    <message>
        <source>메뉴 찾기</source>
        <translation>Find an item</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>품절로 바꾸면 언제까지?</source>
        <translation>Sold out for how long?</translation>
    </message>
    <message>
        <source>1시간</source>
        <translation>1 hour</translation>
    </message>
    <message>
        <source>오늘 하루</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>다시 켤 때까지</source>
        <translation>Until switched back</translation>
    </message>
    <message>
        <source>판매 중</source>
        <translation>On sale</translation>
    </message>
    <message>
        <source>품절</source>
        <translation>Sold out</translation>
    </message>
    <message>
        <source>보내는 중</source>
        <translation>Sending</translation>
    </message>
    <message>
        <source>메뉴를 아직 받지 못했어요.</source>
        <translation>The menu has not arrived yet.</translation>
    </message>
    <message>
        <source>찾는 메뉴가 없어요.</source>
        <translation>No such item.</translation>
    </message>
    <message>
        <source>되돌리기</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>%1 다시 판매</source>
        <translation>%1 on sale again</translation>
    </message>
    <message>
        <source>%1 품절 · %2</source>
        <translation>%1 sold out · %2</translation>
    </message>
    <message numerus="yes">
        <source>기다리는 주문 %n건 보기</source>
        <translation>
            <numerusform>Show %n waiting order</numerusform>
            <numerusform>Show %n waiting orders</numerusform>
        </translation>
    </message>
    <message>
        <source>다시 켤 때까지 품절</source>
        <translation>Sold out until switched back</translation>
    </message>
    <message>
        <source>%1에 다시 판매</source>
        <translation>Back at %1</translation>
    </message>
    <message>
        <source>위 기간으로</source>
        <translation>Use time above</translation>
    </message>
    <message>
        <source>%1 품절 기간을 위에서 고른 것으로</source>
        <translation>%1: sold out for the time chosen above</translation>
    </message>
</context>
<context>
    <name>coffee::station::StationTopBar</name>
    <message>
        <source>되찾기</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>품절</source>
        <translation>Sold out</translation>
    </message>
    <message>
        <source>앞 쪽</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>다음 쪽</source>
        <translation>Next page</translation>
    </message>
    <message numerus="yes">
        <source>취소된 주문 %n건</source>
        <translation>
            <numerusform>%n cancelled order</numerusform>
            <numerusform>%n cancelled orders</numerusform>
        </translation>
    </message>
    <message>
        <source>설정, 이 화면에서 만드는 것: %1</source>
        <translation>Settings, this screen makes: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n건</source>
        <translation>
            <numerusform>%n</numerusform>
            <numerusform>%n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n건 더</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>설정</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>coffee::station::StationWindow</name>
    <message>
        <source>%1번을 픽업 화면에서 다시 불러요.</source>
        <translation>No. %1 is called again on the pickup board.</translation>
    </message>
    <message>
        <source>바리스타</source>
        <translation>Barista</translation>
    </message>
    <message>
        <source>만들 주문이 없어요</source>
        <translation>Nothing to make</translation>
    </message>
    <message>
        <source>새 주문이 결제되면 여기에 나타나요.</source>
        <translation>New orders appear here once they are paid.</translation>
    </message>
    <message>
        <source>새 주문을 받지 않고 있어요. %1에 다시 받아요.</source>
        <translation>No new orders are taken. Ordering resumes at %1.</translation>
    </message>
    <message>
        <source>새 주문을 받지 않고 있어요.</source>
        <translation>No new orders are taken.</translation>
    </message>
    <message>
        <source>주문 %1 · 방금 바뀌었어요. 보고 다시 눌러 주세요.</source>
        <translation>Order %1 · It has just changed. Look, then tap again.</translation>
    </message>
    <message>
        <source>되돌릴 것이 없어요. 오래된 주문은 되찾기에서 찾아 주세요.</source>
        <translation>There is nothing to undo. Older orders are in Recall.</translation>
    </message>
    <message>
        <source>손님에게 안내하는 대기 %1</source>
        <translation>Customers are told: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 외 %n곳 도움 · 제가 갈게요</source>
        <translation>
            <numerusform>Help at %1 and %n more · I will go</numerusform>
            <numerusform>Help at %1 and %n more · I will go</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 도움 · 제가 갈게요</source>
        <translation>Help at %1 · I will go</translation>
    </message>
    <message>
        <source>주문 %1 · %2</source>
        <translation>Order %1 · %2</translation>
    </message>
</context>
<context>
    <name>coffee::station::StopCardsSheet</name>
    <message>
        <source>카드 결제 멈추기</source>
        <translation>Stop card payments</translation>
    </message>
    <message>
        <source>얼마나 멈출까요?</source>
        <translation>For how long?</translation>
    </message>
    <message numerus="yes">
        <source>%n분</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>그동안 손님은 메뉴를 고를 수 있지만 카드를 대기 전에 잠시 기다려 달라는 안내를 봐요. 이미 결제 중인 것은 끝까지 처리해요. 시간이 지나면 한 건씩 시험해 보고 저절로 다시 받아요.</source>
        <translation>Meanwhile customers can choose from the menu, but are asked to wait before they hold their card. What is being paid already goes through. After that time payments are tried one at a time and taken again by themselves.</translation>
    </message>
    <message numerus="yes">
        <source>%n분 동안 멈추기</source>
        <translation>
            <numerusform>Stop for %n minute</numerusform>
            <numerusform>Stop for %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coffee::station::TasksPage</name>
    <message>
        <source>할 일이 없어요</source>
        <translation>Nothing to do</translation>
    </message>
    <message>
        <source>모든 결제와 환불이 끝났어요. 확인할 돈이 생기면 여기에 나타나요.</source>
        <translation>Every payment and refund is settled. Money that needs a look appears here.</translation>
    </message>
    <message>
        <source>오늘 끝난 일</source>
        <translation>Settled today</translation>
    </message>
    <message>
        <source>더 보기</source>
        <translation>Show more</translation>
    </message>
    <message>
        <source>할 일</source>
        <translation>Tasks</translation>
    </message>
    <message numerus="yes">
        <source>할 일 %n건</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message>
        <source>주문 보기</source>
        <translation>Show the order</translation>
    </message>
    <message>
        <source>카드사에 다시 묻기</source>
        <translation>Ask the card company again</translation>
    </message>
    <message>
        <source>끝내기</source>
        <translation>Settle</translation>
    </message>
    <message>
        <source>%1부터 · %2</source>
        <translation>Since %1 · %2</translation>
    </message>
    <message>
        <source>오늘은 아직 없어요.</source>
        <translation>None today so far.</translation>
    </message>
    <message>
        <source>이 컴퓨터에 기록을 두지 않아 보여 줄 수 없어요.</source>
        <translation>This computer keeps no history, so they cannot be shown.</translation>
    </message>
</context>
<context>
    <name>coffee::station::TicketCard</name>
    <message>
        <source>주문 번호 %1</source>
        <translation>Order number %1</translation>
    </message>
    <message>
        <source>취소 확인함</source>
        <translation>Cancel acknowledged</translation>
    </message>
    <message>
        <source>전달했어요</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>완료했어요</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>알레르기 · %1</source>
        <translation>Allergy · %1</translation>
    </message>
    <message>
        <source>보내는 중</source>
        <translation>Sending</translation>
    </message>
    <message>
        <source>기타</source>
        <translation>More</translation>
    </message>
    <message>
        <source>주문 %1 다른 일</source>
        <translation>More for order %1</translation>
    </message>
    <message>
        <source>시작</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>주문 %1 만들기 시작</source>
        <translation>Start making order %1</translation>
    </message>
    <message>
        <source>주문 %1 완료</source>
        <translation>Finish order %1</translation>
    </message>
    <message>
        <source>되돌리기 %1</source>
        <translation>Undo %1</translation>
    </message>
    <message>
        <source>이미 만들었음</source>
        <translation>Already made</translation>
    </message>
    <message numerus="yes">
        <source>확인 · 만든 것 %n개</source>
        <translation>
            <numerusform>Understood · %n made</numerusform>
            <numerusform>Understood · %n made</numerusform>
        </translation>
    </message>
    <message>
        <source>주문 %1 취소 확인</source>
        <translation>Acknowledge the cancel of order %1</translation>
    </message>
    <message>
        <source>주문 %1</source>
        <translation>Order %1</translation>
    </message>
    <message>
        <source>취소됨, 만들지 마세요</source>
        <translation>cancelled, do not make</translation>
    </message>
    <message>
        <source>이제 되찾기에 있어요</source>
        <translation>It is in Recall now</translation>
    </message>
    <message numerus="yes">
        <source>완료 · %n개 남음</source>
        <translation>
            <numerusform>Done · %n left</numerusform>
            <numerusform>Done · %n left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>주문 %1 완료, %n개 남음</source>
        <translation>
            <numerusform>Finish order %1, %n left</numerusform>
            <numerusform>Finish order %1, %n left</numerusform>
        </translation>
    </message>
    <message>
        <source>완료</source>
        <translation>Done</translation>
    </message>
    <message numerus="yes">
        <source>취소 확인함 · 만든 것 %n개</source>
        <translation>
            <numerusform>Cancel acknowledged · %n made</numerusform>
            <numerusform>Cancel acknowledged · %n made</numerusform>
        </translation>
    </message>
    <message>
        <source>취소 · 만들지 마세요</source>
        <translation>Cancelled: do&#xa0;not&#xa0;make</translation>
    </message>
    <message>
        <source>만든 것만 체크하세요.</source>
        <translation>Tick only what was made.</translation>
    </message>
    <message>
        <source>체크 모두 지우기</source>
        <translation>Untick all</translation>
    </message>
    <message numerus="yes">
        <source>%n개 모두 만들었음</source>
        <translation>
            <numerusform>All %n were made</numerusform>
            <numerusform>All %n were made</numerusform>
        </translation>
    </message>
    <message>
        <source>확인 · 만든 것 없음</source>
        <translation>Understood · none made</translation>
    </message>
    <message>
        <source>새 주문</source>
        <translation>New order</translation>
    </message>
    <message>
        <source>다른 스테이션: 모두 완료</source>
        <translation>Other station: all made</translation>
    </message>
    <message>
        <source>%1 아직 · 내주지 마세요</source>
        <translation>%1 not yet: do not hand over</translation>
    </message>
    <message>
        <source>여기 완료</source>
        <translation>Done here</translation>
    </message>
    <message numerus="yes">
        <source>여기 %n개 완료</source>
        <translation>
            <numerusform>Finish %n here</numerusform>
            <numerusform>Finish %n here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>주문 %1, 여기 %n개 완료</source>
        <translation>
            <numerusform>Order %1, finish %n here</numerusform>
            <numerusform>Order %1, finish %n here</numerusform>
        </translation>
    </message>
    <message>
        <source>다른 스테이션에서 만드는 중</source>
        <translation>Being made at another station</translation>
    </message>
    <message>
        <source>다른 스테이션에 남음: %1</source>
        <translation>Left at other station: %1</translation>
    </message>
</context>
<context>
    <name>coffee::station::TicketLineView</name>
    <message>
        <source>다시 만들기: %1</source>
        <translation>Make again: %1</translation>
    </message>
    <message>
        <source>못 만듦 · 손님에게 알림</source>
        <translation>Not made, customer told</translation>
    </message>
    <message numerus="yes">
        <source>못 만듦 %n개 · 손님에게 알림</source>
        <translation>
            <numerusform>%n not made, customer told</numerusform>
            <numerusform>%n not made, customer told</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coffee::station::TicketSheet</name>
    <message>
        <source>주문 %1</source>
        <translation>Order %1</translation>
    </message>
    <message>
        <source>대기로 되돌리기</source>
        <translation>Put back to waiting</translation>
    </message>
    <message>
        <source>이미 만든 것이 있어 되돌릴 수 없어요.</source>
        <translation>Something is made already, so it cannot go back.</translation>
    </message>
    <message>
        <source>만들 수 없는 것</source>
        <translation>What cannot be made</translation>
    </message>
    <message>
        <source>만들 수 없는 것을 모두 골라 주세요.</source>
        <translation>Please choose everything that cannot be made.</translation>
    </message>
    <message>
        <source>이유</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>하나를 골라 주세요.</source>
        <translation>Please choose one.</translation>
    </message>
    <message>
        <source>고른 것은 못 만든다고 손님 화면에 알리고 그 값을 돌려줘요. 되돌릴 수 없어요. 모두 못 만들면 주문이 취소돼요.</source>
        <translation>The customer is told and its price goes back. This cannot be undone. If nothing can be made, the order is cancelled.</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message numerus="yes">
        <source>%n개 못 만든다고 알리기</source>
        <translation>
            <numerusform>Cannot make %n</numerusform>
            <numerusform>Cannot make %n</numerusform>
        </translation>
    </message>
    <message>
        <source>못 만든다고 알리기</source>
        <translation>Cannot make it</translation>
    </message>
    <message>
        <source>다시 만들기</source>
        <translation>Make again</translation>
    </message>
    <message>
        <source>품절로도 바꾸기</source>
        <translation>Also mark as sold out</translation>
    </message>
    <message>
        <source>바꾸지 않으려면 고르지 마세요.</source>
        <translation>Choose nothing to leave it on sale.</translation>
    </message>
    <message>
        <source>1시간 동안</source>
        <translation>For one hour</translation>
    </message>
    <message>
        <source>오늘 하루</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>다시 켤 때까지</source>
        <translation>Until switched back</translation>
    </message>
    <message>
        <source>되돌리기</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>못 만들 때 · 환불</source>
        <translation>Cannot be made · refund</translation>
    </message>
    <message>
        <source>이미 품절이에요. 기간을 바꿀 때만 고르세요.</source>
        <translation>It is sold out already. Choose only to change how long.</translation>
    </message>
</context>
<context>
    <name>coffee::station::UnitChip</name>
    <message>
        <source>만들 차례</source>
        <translation>to make</translation>
    </message>
    <message>
        <source>만들었음</source>
        <translation>made</translation>
    </message>
    <message>
        <source>못 만듦</source>
        <translation>Cannot make</translation>
    </message>
    <message>
        <source>%1, 보내는 중</source>
        <translation>%1, sending</translation>
    </message>
    <message>
        <source>컵 없음</source>
        <translation>No cup</translation>
    </message>
    <message>
        <source>안 만듦</source>
        <translation>not made</translation>
    </message>
    <message>
        <source>다시 만들기</source>
        <translation>Make again</translation>
    </message>
</context>
</TS>
