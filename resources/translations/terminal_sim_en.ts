<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="ko_KR">
<context>
    <name>coffee::terminal::TerminalWindow</name>
    <message>
        <source>카드 단말기 · 체험용</source>
        <translation>Card terminal · demo</translation>
    </message>
    <message>
        <source>카드 단말기</source>
        <translation>Card terminal</translation>
    </message>
    <message>
        <source>결제를 기다리고 있어요</source>
        <translation>Waiting for a payment</translation>
    </message>
    <message>
        <source>주문기에서 결제를 누르면 여기에 금액이 나타나요.</source>
        <translation>Press Pay on a kiosk and the amount appears here.</translation>
    </message>
    <message>
        <source>카드 대고 결제</source>
        <translation>Tap the card</translation>
    </message>
    <message>
        <source>승인 거절</source>
        <translation>Decline</translation>
    </message>
    <message>
        <source>그냥 가기</source>
        <translation>Walk away</translation>
    </message>
    <message>
        <source>주문기 %1</source>
        <translation>At %1</translation>
    </message>
    <message numerus="yes">
        <source>기다리는 결제 %n건</source>
        <translation>
            <numerusform>%n other payment waits</numerusform>
            <numerusform>%n other payments wait</numerusform>
        </translation>
    </message>
    <message>
        <source>대답하지 않았어요</source>
        <translation>No answer was given</translation>
    </message>
    <message>
        <source>일부러 결과를 알리지 않았어요. 매장이 스스로 확인해야 해요.</source>
        <translation>The result was withheld on purpose. The shop has to find out by itself.</translation>
    </message>
    <message>
        <source>승인되었어요</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>승인 번호 %1</source>
        <translation>Approval number %1</translation>
    </message>
    <message>
        <source>승인이 거절되었어요</source>
        <translation>Declined</translation>
    </message>
    <message>
        <source>돈은 빠져나가지 않았어요.</source>
        <translation>No money was taken.</translation>
    </message>
    <message>
        <source>결제가 취소되었어요</source>
        <translation>Payment cancelled</translation>
    </message>
    <message>
        <source>고장 연습 중: 승인이 느려요.</source>
        <translation>Drill: approvals are slow.</translation>
    </message>
    <message>
        <source>고장 연습 중: 결과를 알리지 않아요.</source>
        <translation>Drill: results are withheld.</translation>
    </message>
    <message>
        <source>고장 연습 중: 아무 대답도 하지 않아요.</source>
        <translation>Drill: nothing is answered.</translation>
    </message>
    <message numerus="yes">
        <source>%n초 뒤 저절로 카드를 대요.</source>
        <translation>
            <numerusform>The card is tapped by itself in %n second.</numerusform>
            <numerusform>The card is tapped by itself in %n seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter 카드 대고 결제 · D 승인 거절 · Esc 그냥 가기</source>
        <translation>Enter: tap · D: decline · Esc: walk away</translation>
    </message>
    <message>
        <source>카드를 기다릴 때 누를 수 있어요.</source>
        <translation>These work while a card is awaited.</translation>
    </message>
    <message>
        <source>카드를 대 주세요.</source>
        <translation>Tap your card.</translation>
    </message>
</context>
</TS>
